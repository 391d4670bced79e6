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
    public static IReadOnlyList<Transition> Available(WorkflowVersion workflow) => workflow.LeavingFrom(workflow.Start.Id);

    public static Result<TicketDecision> Submit(
        WorkflowVersion workflow,
        Actor.Person creator,
        TransitionId id,
        FieldChanges sent,
        string? comment,
        DecisionFacts facts)
    {
        if (!facts.Company.IsActive(creator.Id))
        {
            return TicketRefusals.UnknownActor;
        }

        if (CreationRules.WhyNot(workflow.Document.Limits, creator) is { } notForThem)
        {
            return notForThem;
        }

        if (workflow.Transition(id) is not { } transition || transition.From != workflow.Start.Id)
        {
            return TicketRefusals.TransitionNotHere;
        }

        if (Comment.WhyNot(comment) is { } refusal)
        {
            return refusal;
        }

        var accepted = FormRules.Accept(workflow, WithTitle(workflow.Start), transition.RequiresFields, sent, FieldChanges.None, facts);

        if (!accepted.Succeeded)
        {
            return accepted.Refusal;
        }

        var changes = accepted.Value;
        var valueOf = Values(creator, changes, facts);
        var destination = EntryRules.Destination(transition, valueOf);
        var entered = EntryRules.Enter(workflow, destination, kind: null, creator.Id, visit: 1, valueOf, facts);

        return entered.Succeeded
            ? new TicketDecision(creator, facts.Now,
            [
                new TicketEvent.Submitted(transition.Id, workflow.Start.Id, Comment.Cleaned(comment)),
                new TicketEvent.TitleChanged(TitleRules.Of(workflow, changes, creator.Id, facts)),
                new TicketEvent.ValuesChanged(changes.Values),
                .. entered.Value,
            ])
            : entered.Refusal;
    }

    /// <summary>Callers of loonflow send a title whatever the start form shows (spec B.1, step 14).</summary>
    private static State WithTitle(State start) => start.Access.GetValueOrDefault(BuiltInField.Title) is FieldAccess.Required or FieldAccess.Optional
        ? start
        : start with
        {
            Access = new Dictionary<string, FieldAccess>(start.Access, StringComparer.Ordinal) { [BuiltInField.Title] = FieldAccess.Optional },
        };

    private static Func<string, FieldValue?> Values(Actor.Person creator, FieldChanges changes, DecisionFacts facts) => key => key switch
    {
        BuiltInField.Title => changes.Title is { } title ? new FieldValue.Text(title) : null,
        BuiltInField.Creator => facts.Company.User(creator.Id) is { } user ? new FieldValue.Text(user.UserName) : null,
        _ => changes.Values.GetValueOrDefault(key) ?? CreatorFacts.Find(key, creator.Id, facts.Company),
    };
}
