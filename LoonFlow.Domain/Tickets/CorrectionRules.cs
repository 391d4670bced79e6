using LoonFlow.Domain.Common;
using LoonFlow.Domain.Forms;
using LoonFlow.Domain.Workflows;

namespace LoonFlow.Domain.Tickets;

/// <summary>Correcting values outside the flow: those who may step in, any field, with a reason; history shows old and new (spec B.22 [R]).</summary>
public static class CorrectionRules
{
    public static Result<TicketDecision> Correct(Situation situation, FieldChanges sent, string? comment)
    {
        if (WhyNot(situation) is { } refusal)
        {
            return refusal;
        }

        return Change(situation, Everything(situation.Workflow), sent, comment);
    }

    /// <summary>The same for whoever handles the ticket too: what its state lets them fill in, before they move it on (spec B.22 [R]).</summary>
    public static Result<TicketDecision> FillIn(Situation situation, FieldChanges sent, string? comment)
    {
        if (situation.MayIntervene)
        {
            return Correct(situation, sent, comment);
        }

        var form = situation.Ticket.OpenVisits
            .Where(visit => TransitionRules.WhyNot(situation, visit) is null)
            .Select(visit => situation.Workflow.State(visit.State))
            .FirstOrDefault(state => FormRules.ForHandling(situation.Workflow, state).Any(entry => entry.IsWritable && Names(sent, entry.Key)));

        return !situation.MayView ? TicketRefusals.NotFound
            : form is null ? TicketRefusals.MayNotIntervene
            : Change(situation, form, sent, comment);
    }

    /// <summary>The form of a correction: every field of the workflow, none of them required.</summary>
    public static IReadOnlyList<FormEntry> Form(WorkflowVersion workflow) => FormRules.ForHandling(workflow, Everything(workflow));

    internal static Refusal? WhyNot(Situation situation) => situation switch
    {
        { MayView: false } => TicketRefusals.NotFound,
        { MayIntervene: false } => TicketRefusals.MayNotIntervene,
        { Ticket.DeletedAt: not null } => TicketRefusals.NotFound,
        _ => null,
    };

    private static bool Names(FieldChanges sent, string key) => key == BuiltInField.Title ? sent.Title is not null : sent.Values.ContainsKey(key);

    private static Result<TicketDecision> Change(Situation situation, State form, FieldChanges sent, string? comment)
    {
        var accepted = FormRules.Accept(situation.Workflow, form, requiresFields: false, sent, FormRules.Stored(situation.Ticket), situation.Facts, situation.Ticket.Creator);

        if (!accepted.Succeeded)
        {
            return accepted.Refusal;
        }

        var changes = Real(situation.Ticket, accepted.Value);

        return changes is { Title: null, Values.Count: 0 } ? TicketRefusals.NothingToCorrect
            : Comment.WhyNot(comment, isRequired: true) is { } problem ? problem
            : Course.Of(situation)
                .Add(new TicketEvent.ValuesCorrected(situation.Ticket.State, Comment.Cleaned(comment)))
                .Add(changes)
                .DecidedBy(situation.Actor);
    }

    private static State Everything(WorkflowVersion workflow) => workflow.Start with
    {
        Access = workflow.Fields.Select(field => field.Key).Prepend(BuiltInField.Title).ToDictionary(key => key, _ => FieldAccess.Optional, StringComparer.Ordinal),
    };

    private static FieldChanges Real(Ticket ticket, FieldChanges changes) => new(
        changes.Title is { Length: > 0 } title && title != ticket.Title ? title : null,
        changes.Values
            .Where(pair => !Equals(pair.Value is { IsEmpty: true } ? null : pair.Value, ticket.Values[pair.Key]))
            .ToDictionary(pair => pair.Key, pair => pair.Value, StringComparer.Ordinal));
}
