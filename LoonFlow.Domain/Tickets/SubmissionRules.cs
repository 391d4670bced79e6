using LoonFlow.Domain.Access;
using LoonFlow.Domain.Common;
using LoonFlow.Domain.Conditions;
using LoonFlow.Domain.Forms;
using LoonFlow.Domain.Workflows;

namespace LoonFlow.Domain.Tickets;

/// <summary>Filing a ticket (spec B.1).</summary>
public static class SubmissionRules
{
    /// <summary>The ways to file a ticket; the buttons below the new form are exactly these.</summary>
    public static IReadOnlyList<Transition> Available(WorkflowVersion workflow) => [.. workflow.LeavingFrom(workflow.Start.Id).Where(way => !way.IsAutomatic)];

    public static Result<TicketDecision> Submit(
        WorkflowVersion workflow,
        Actor.Person creator,
        TransitionId id,
        FieldChanges sent,
        string? comment,
        DecisionFacts facts,
        ParentLink? parent = null)
    {
        if (!facts.Company.IsActive(creator.Id))
        {
            return TicketRefusals.UnknownActor;
        }

        if (CreationRules.WhyNot(workflow.Document.Limits, creator) is { } notForThem)
        {
            return notForThem;
        }

        if (workflow.Transition(id) is not { IsAutomatic: false } transition || transition.From != workflow.Start.Id)
        {
            return TicketRefusals.TransitionNotHere;
        }

        if (Comment.WhyNot(comment) is { } refusal)
        {
            return refusal;
        }

        var accepted = FormRules.Accept(workflow, WithTitle(workflow.Start), transition.RequiresFields, sent, FieldChanges.None, facts, creator.Id);

        if (!accepted.Succeeded)
        {
            return accepted.Refusal;
        }

        var changes = accepted.Value;
        var course = new Course(workflow, Ticket.Unfiled(workflow, creator.Id, facts.Now, parent), facts)
            .Add(new TicketEvent.Submitted(transition.Id, workflow.Start.Id, creator.Id, Comment.Cleaned(comment)))
            .Add(changes with { Title = TitleRules.Of(workflow, changes, creator.Id, facts) });

        return course.DecidedBy(creator, EntryRules.Enter(course, EntryRules.Destination(course, transition), Entry.Afresh(cause: 0)));
    }

    /// <summary>Callers of loonflow send a title whatever the start form shows (spec B.1, step 14).</summary>
    private static State WithTitle(State start) => start.Access.GetValueOrDefault(BuiltInField.Title) is FieldAccess.Required or FieldAccess.Optional
        ? start
        : start with
        {
            Access = new Dictionary<string, FieldAccess>(start.Access, StringComparer.Ordinal) { [BuiltInField.Title] = FieldAccess.Optional },
        };
}
