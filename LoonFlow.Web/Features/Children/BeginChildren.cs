using LoonFlow.Domain.Access;
using LoonFlow.Domain.Common;
using LoonFlow.Domain.Tickets;
using LoonFlow.Domain.Workflows;
using LoonFlow.Web.Features.Tickets;
using LoonFlow.Web.Features.Workflows;
using Microsoft.Extensions.Options;

namespace LoonFlow.Web.Features.Children;

/// <summary>Begins a run that starts the children of a visit, or begins it again after a crash. Refused when it is over.</summary>
public sealed record BeginChildren(TicketId Parent, int Visit, int Run);

public sealed class BeginChildrenHandler(TicketDecisions decisions, WorkflowStore workflows, IOptions<InstallationOptions> installation)
{
    public async Task<Result<ChildrenToFile>> HandleAsync(BeginChildren command, Actor actor, CancellationToken ct)
    {
        Situation? decided = null;
        var begun = await decisions.DecideAsync(
            command.Parent, actor, revision: null, situation => AutomationRules.Begin(decided = situation, command.Visit, command.Run), ct);

        return begun.Succeeded ? await ToFileAsync(command, decided!, ct) : begun.Refusal;
    }

    private async Task<ChildrenToFile> ToFileAsync(BeginChildren command, Situation parent, CancellationToken ct)
    {
        var state = parent.Ticket.OpenVisit(command.Visit)!.State;
        var link = new ParentLink(command.Parent, state, command.Visit);

        if (ChildrenRules.SettingOf(parent.Workflow.State(state))?.Workflow is not { } id
            || await workflows.PublishedAsync(id, ct) is not { } workflow
            || ChildrenRules.FiledThrough(workflow) is not { } way)
        {
            return ChildrenToFile.Nothing(link, ChildrenRefusals.NotPublished);
        }

        if (ChildrenRules.FiledBy(parent) is not { } by)
        {
            return ChildrenToFile.Nothing(link, ChildrenRefusals.NobodyToFile);
        }

        var inZone = parent.Facts.Title with { Zone = installation.Value.Zone };
        var plans = ChildrenRules.Plan(parent with { Facts = parent.Facts with { Title = inZone } }, command.Visit, workflow);

        return plans.Succeeded
            ? new ChildrenToFile(link, Actor.Of(by, parent.Facts.Company), workflow, way.Id, plans.Value, Problem: null)
            : ChildrenToFile.Nothing(link, plans.Refusal);
    }
}

/// <summary>What a run is to file.</summary>
/// <param name="Link">The visit that they belong to.</param>
/// <param name="By">In whose name.</param>
/// <param name="Workflow">With what.</param>
/// <param name="Way">By which transition.</param>
/// <param name="Plans">Each of them.</param>
/// <param name="Problem">Why nothing can be filed; null when it can.</param>
public sealed record ChildrenToFile(
    ParentLink Link, Actor.Person? By, WorkflowVersion? Workflow, TransitionId Way, IReadOnlyList<ChildPlan> Plans, Refusal? Problem)
{
    public static ChildrenToFile Nothing(ParentLink link, Refusal problem) => new(link, null, null, default, [], problem);
}
