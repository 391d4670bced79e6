using LoonFlow.Domain.Access;
using LoonFlow.Domain.Forms;
using LoonFlow.Domain.Organization;
using LoonFlow.Domain.Tickets;
using LoonFlow.Domain.Workflows;

namespace LoonFlow.Web.Features.Tickets;

/// <summary>From a ticket and its history to what one reader is shown of them.</summary>
internal static class TicketViews
{
    /// <param name="situation">The reader in front of the ticket.</param>
    /// <param name="history">The latest entries, oldest first.</param>
    /// <param name="before">The entry before those, if any: what the first of them changed is told by it.</param>
    /// <param name="applications">The names of the applications that somebody acted through, as far as they are still there.</param>
    public static TicketView Of(
        Situation situation, IReadOnlyList<FlowLogEntry> history, FlowLogEntry? before = null, IReadOnlyDictionary<ApplicationId, string>? applications = null)
    {
        var (workflow, ticket, _, facts) = situation;
        var actions = ActionRules.Offered(situation);
        var entries = EntriesOf(workflow, ticket.OpenVisits.Select(visit => (visit.Number, visit.State)), actions, HandledVisit(actions));

        return new TicketView
        {
            Id = ticket.Id,
            Revision = ticket.Revision,
            Serial = ticket.Serial,
            Title = ticket.Title,
            Status = ticket.Status,
            Creator = PersonName.Of(ticket.Creator, facts.Company),
            CreatedAt = ticket.CreatedAt,
            ChangedAt = ticket.ChangedAt,
            Workflow = workflow,
            State = ticket.State,
            Stays = TicketStays.Of(workflow, ticket, facts.Company),
            Forks = TicketStays.Forks(workflow, ticket),
            DeletedAt = ticket.DeletedAt,
            Entries = entries,
            Values = ticket.Values,
            Actions = actions,
            History = History(workflow, history, before, FieldsOf(entries), facts.Company, applications),
            IsHistoryCut = before is not null,
            Company = facts.Company,
        };
    }

    /// <summary>The visit that the reader may handle, if there is one: its state says what they see and fill in.</summary>
    public static int? HandledVisit(IEnumerable<TicketAction> actions) => actions.Select(VisitOf).FirstOrDefault(visit => visit is not null);

    /// <summary>All visits that the reader may handle; several where they are asked in parallel branches.</summary>
    public static IReadOnlyList<int> HandledVisits(IEnumerable<TicketAction> actions) => [.. actions.Select(VisitOf).OfType<int>().Distinct()];

    /// <summary>The form of the visit at hand, or of someone who only looks.</summary>
    public static IReadOnlyList<FormEntry> EntriesOf(
        WorkflowVersion workflow, IEnumerable<(int Visit, StateId State)> open, IReadOnlyList<TicketAction> actions, int? handled)
    {
        StateId? state = open.Where(one => one.Visit == handled).Select(one => (StateId?)one.State).FirstOrDefault();

        if (state is not { } here)
        {
            return FormRules.ForViewing(workflow);
        }

        var entries = FormRules.ForHandling(workflow, workflow.State(here));

        // What is filled in goes with a transition; before a claim or during a consultation there is none to take.
        return actions.Any(action => action is TicketAction.Take take && take.Visit == handled)
            ? entries
            : [.. entries.Select(entry => entry with { Access = FieldAccess.ReadOnly })];
    }

    /// <summary>Whether an action belongs to this visit, or to none.</summary>
    public static bool IsOf(TicketAction action, int? visit) => VisitOf(action) is not { } number || number == visit;

    private static int? VisitOf(TicketAction action) => action switch
    {
        TicketAction.Take take => take.Visit,
        TicketAction.Claim claim => claim.Visit,
        TicketAction.AnswerConsultation answer => answer.Visit,
        TicketAction.Forward forward => forward.Visit,
        TicketAction.Consult consult => consult.Visit,
        TicketAction.Return back => back.Visit,
        _ => null,
    };

    private static IReadOnlyList<FormField> FieldsOf(IReadOnlyList<FormEntry> entries) => [.. entries.Select(entry => entry.Field).OfType<FormField>()];

    private static IReadOnlyList<HistoryLine> History(
        WorkflowVersion workflow,
        IReadOnlyList<FlowLogEntry> history,
        FlowLogEntry? before,
        IReadOnlyList<FormField> shown,
        Company company,
        IReadOnlyDictionary<ApplicationId, string>? applications)
    {
        var lines = new List<HistoryLine>(history.Count);
        var values = before?.Values;

        foreach (var entry in history)
        {
            lines.Add(new HistoryLine(
                entry.Id,
                entry.At,
                entry.By is { } by ? PersonName.Of(by, company) : null,
                entry.Action,
                entry.State,
                entry.StateName,
                entry.TransitionName,
                entry.TransitionKind,
                entry.Target is { } target ? PersonName.Of(target, company) : null,
                entry.Comment,
                values is null ? [] : Changes(values, entry.Values, shown))
            {
                Of = entry.Of is { } of ? PersonName.Of(of, company) : null,
                Through = entry.Through is { } through ? new ApplicationName(through, applications?.GetValueOrDefault(through)) : null,
                Automation = workflow.FindState(entry.State)?.Automation,
                TargetState = entry.TargetStateName,
            });
            values = entry.Values;
        }

        return lines;
    }

    /// <summary>Only of fields that the reader is shown: history must not tell what the form hides.</summary>
    private static IReadOnlyList<ValueChange> Changes(FieldValues before, FieldValues after, IReadOnlyList<FormField> shown) =>
    [
        .. shown
            .Select(field => new ValueChange(field, before[field.Key], after[field.Key]))
            .Where(change => !Equals(change.Before, change.After)),
    ];
}
