using LoonFlow.Domain.Access;
using LoonFlow.Domain.Common;
using LoonFlow.Domain.Forms;
using LoonFlow.Domain.Tickets;
using LoonFlow.Domain.Workflows;
using LoonFlow.Web.Data;
using LoonFlow.Web.Features.Children;
using LoonFlow.Web.Features.Automation;
using LoonFlow.Web.Features.Organization;
using LoonFlow.Web.Features.Workflows;
using Microsoft.Extensions.Options;

namespace LoonFlow.Web.Features.Tickets;

/// <summary>Files a ticket through one of the transitions that leave the start state.</summary>
public sealed record SubmitTicket(WorkflowId Workflow, TransitionId Transition, FieldChanges Sent, string? Comment = null, ParentLink? Parent = null);

public sealed class SubmitTicketHandler(
    LoonFlowDb db,
    CompanyStore companies,
    WorkflowStore workflows,
    AttachedFiles files,
    FilingLimits limits,
    ParentLinks parents,
    CreationVeto veto,
    ParticipantFactsLoader participants,
    SerialNumbers serials,
    IdSequences ids,
    IOptions<InstallationOptions> installation,
    TimeProvider clock)
{
    public async Task<Result<TicketId>> HandleAsync(SubmitTicket command, Actor actor, CancellationToken ct)
    {
        var company = await companies.GetAsync(ct);

        if (actor.AsKnownBy(company) is not Actor.Person creator)
        {
            return TicketRefusals.UnknownActor;
        }

        if (command.Parent is { Key: not null } started && await parents.FindAsync(started, ct) is { } child)
        {
            return child;
        }

        if (!creator.Reaches(command.Workflow))
        {
            return ApplicationRefusals.WorkflowNotGranted;
        }

        if (await workflows.PublishedAsync(command.Workflow, ct) is not { } workflow)
        {
            return TicketRefusals.WorkflowNotFound;
        }

        if (await limits.WhyNotAsync(workflow, creator, ct) is { } refusal)
        {
            return refusal;
        }

        if (command.Parent is { } parent && await parents.WhyNotAsync(parent, creator, ct) is { } orphaned)
        {
            return orphaned;
        }

        var facts = new DecisionFacts
        {
            Now = clock.GetUtcNow(),
            Company = company,
            Access = (await workflows.CatalogueAsync(ct))[workflow.Workflow].Access,
            IsRelated = true,
            Draw = (uint)Random.Shared.NextInt64(uint.MaxValue),
            UsableFiles = await files.UsableAsync(command.Sent, creator, ticket: null, ct),
            Title = new TitleFacts(Serial: null, ReaderLanguage.Current, installation.Value.Zone),
            Participants = await participants.LoadAsync(
                workflow,
                workflow.Transition(command.Transition)?.Targets() ?? [],
                new TicketSketch(command.Sent.Title ?? string.Empty, creator.Id, FieldValues.None.With(command.Sent.Values), command.Parent?.Ticket),
                company,
                ct),
        };

        var decision = Decide(facts);

        if (!decision.Succeeded)
        {
            return decision.Refusal;
        }

        if (await veto.AskAsync(workflow, creator, decision.Value, ct) is { } vetoed)
        {
            return vetoed;
        }

        var id = new TicketId(await ids.NextAsync(IdSequences.Tickets, ct));
        var serial = await serials.NextAsync(creator, workflow, facts.Now, ct);

        // Nothing but the title depends on the serial, so only a title that names it is decided on again.
        if (TitleRules.NamesSerial(workflow.Document))
        {
            decision = Decide(facts with { Title = facts.Title with { Serial = serial } });
        }

        // Last, because everybody else who files against the same limit waits from here on.
        if (await limits.ReserveAsync(db, workflow, creator, ct) is { } full)
        {
            return full;
        }

        var ticket = Ticket.File(id, serial, workflow, creator.Id, decision.Value, command.Parent);
        files.Bind(id);

        return db.RecordNew(workflow, ticket, decision.Value);

        Result<TicketDecision> Decide(DecisionFacts facts) =>
            SubmissionRules.Submit(workflow, creator, command.Transition, files.Named(command.Sent), command.Comment, facts, command.Parent);
    }
}
