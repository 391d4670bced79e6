using LoonFlow.Domain.Access;
using LoonFlow.Domain.Tickets;
using LoonFlow.Web.Data;
using LoonFlow.Web.Features.Applications;
using LoonFlow.Web.Features.Workflows;
using Microsoft.EntityFrameworkCore;

namespace LoonFlow.Web.Features.Tickets;

/// <summary>One ticket as a reader may see it.</summary>
public sealed class TicketQueries(IServiceScopeFactory scopes, WorkflowStore workflows, ApplicationStore applications)
{
    /// <summary>More than anyone reads at once; a longer history is shown whole on request.</summary>
    public const int HistoryLines = 100;

    /// <summary>The ticket; null when there is none or it is not for the actor, which looks the same from outside.</summary>
    /// <param name="id">The ticket.</param>
    /// <param name="actor">Who reads.</param>
    /// <param name="wholeHistory">Whether to bring all of its history, however long.</param>
    /// <param name="ct">Ends the wait.</param>
    public async Task<TicketView?> FindAsync(TicketId id, Actor actor, bool wholeHistory, CancellationToken ct)
    {
        // A context of its own, thrown away unsaved: the loader is the one that decisions use, so what is shown is what will be decided on.
        await using var scope = scopes.CreateAsyncScope();
        var situation = await scope.ServiceProvider.GetRequiredService<SituationLoader>().LoadAsync(id, actor, revision: null, ct);

        if (!situation.Succeeded)
        {
            return null;
        }

        var db = scope.ServiceProvider.GetRequiredService<LoonFlowDb>();
        var limit = wholeHistory ? int.MaxValue - 1 : HistoryLines;
        var latest = await db.FlowLog.AsNoTracking().Where(entry => entry.Ticket == id).OrderByDescending(entry => entry.Id).Take(limit + 1).ToListAsync(ct);
        latest.Reverse();

        var through = await ThroughAsync(latest, ct);
        var view = latest.Count > limit
            ? TicketViews.Of(situation.Value, latest[1..], latest[0], through)
            : TicketViews.Of(situation.Value, latest, before: null, through);
        var (parent, children) = await RelatedTickets.FindAsync(db, situation.Value.Ticket, situation.Value.Actor, workflows, ct);

        return view with { Parent = parent, Children = children };
    }

    /// <summary>Most histories name no application, and ask for none.</summary>
    private async Task<IReadOnlyDictionary<ApplicationId, string>?> ThroughAsync(IEnumerable<FlowLogEntry> history, CancellationToken ct) =>
        history.Any(entry => entry.Through is not null)
            ? (await applications.GetAsync(ct)).All.ToDictionary(known => known.Application.Id, known => known.Application.Name)
            : null;
}
