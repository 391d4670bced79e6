using LoonFlow.Domain.Access;
using LoonFlow.Domain.Common;
using LoonFlow.Domain.Tickets;
using LoonFlow.Web.Features.Tickets;
using LoonFlow.Web.Outbox;

namespace LoonFlow.Web.Features.Children;

/// <summary>
/// Starts, counts and ends children on behalf of LoonFlow itself, each in a commit of its own. Everything may be done
/// again: what was done before is found done.
/// </summary>
public sealed class ChildrenDesk(UseCases useCases, OpenChildren open)
{
    private const int Tries = 20;

    private static readonly Actor Engine = new Actor.Engine();

    public async Task StartAsync(ChildrenWork.Start work, CancellationToken ct)
    {
        var begun = await PersistAsync(
            (BeginChildrenHandler handler) => handler.HandleAsync(new BeginChildren(work.Parent, work.Visit, work.Run), Engine, ct), ct);

        if (begun.Succeeded)
        {
            var problem = begun.Value.Problem ?? await FileAsync(begun.Value, ct);
            var finish = new FinishChildren(work.Parent, work.Visit, work.Run, problem);
            await PersistAsync((FinishChildrenHandler handler) => handler.HandleAsync(finish, Engine, ct), ct);
        }

        // Also where the run was over: it may have been cut short behind its end, or the parent has gone on meanwhile.
        await CheckAsync(new CheckChildren(work.Parent, work.State, work.Visit, Child: null), ct);
        await EndAsync(work.Parent, ct);
    }

    /// <summary>Moves the parent on if it may.</summary>
    public async Task CheckAsync(CheckChildren command, CancellationToken ct)
    {
        var checkedNow = await PersistAsync((CheckChildrenHandler handler) => handler.HandleAsync(command, Engine, ct), ct);

        if (checkedNow.Refusal is { } refusal && refusal != ChildrenRefusals.StillOpen && refusal.Kind is not (RefusalKind.NotFound or RefusalKind.Conflict))
        {
            throw new InvalidOperationException(refusal.Message);
        }
    }

    /// <summary>Closes the open children that end with their parent.</summary>
    public async Task EndAsync(TicketId parent, CancellationToken ct)
    {
        var (serial, children) = await open.LeftBehindAsync(parent, ct);
        var comment = $"父工单 {serial} 已离开该状态，子工单随之关闭。The parent ticket {serial} has left the state that waited for this one.";

        foreach (var child in children)
        {
            await PersistAsync((CloseTicketHandler handler) => handler.HandleAsync(new CloseTicket(child, Revision: null, comment), Engine, ct), ct);
        }
    }

    /// <summary>Files what is missing; stops at the first that cannot be filed.</summary>
    private async Task<Refusal?> FileAsync(ChildrenToFile children, CancellationToken ct)
    {
        foreach (var plan in children.Plans)
        {
            var command = new SubmitTicket(children.Workflow!.Workflow, children.Way, plan.Sent, Parent: children.Link with { Key = plan.Key });
            var filed = await PersistAsync((SubmitTicketHandler handler) => handler.HandleAsync(command, children.By!, ct), ct);

            if (!filed.Succeeded)
            {
                return ChildrenRefusals.NotFiled(children.Workflow, plan, filed.Refusal);
            }
        }

        return null;
    }

    /// <summary>Whoever changes a ticket at the same moment only delays this.</summary>
    private async Task<Result<T>> PersistAsync<THandler, T>(Func<THandler, Task<Result<T>>> useCase, CancellationToken ct)
        where THandler : notnull
        where T : notnull
    {
        for (var attempt = 1; ; attempt++)
        {
            var result = await useCases.RunAsync(useCase, ct);

            if (result.Refusal != TicketRefusals.ChangedMeanwhile)
            {
                return result;
            }

            if (attempt == Tries)
            {
                throw new InvalidOperationException(result.Refusal.Message);
            }

            await Task.Delay(TimeSpan.FromMilliseconds(Random.Shared.Next(5, 50)), ct);
        }
    }
}
