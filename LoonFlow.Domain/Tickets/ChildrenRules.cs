using LoonFlow.Domain.Common;
using LoonFlow.Domain.Conditions;
using LoonFlow.Domain.Forms;
using LoonFlow.Domain.Organization;
using LoonFlow.Domain.Participants;
using LoonFlow.Domain.Workflows;

namespace LoonFlow.Domain.Tickets;

/// <summary>Children that a state starts or that callers file for it, and when their parent goes on (spec B.18 [R]).</summary>
public static partial class ChildrenRules
{
    /// <summary>How many children one visit may start.</summary>
    public const int MaxChildren = 100;

    /// <summary>How many levels of children there may be.</summary>
    public const int MaxDepth = 8;

    private static readonly ChildrenSetting FiledByCallers = new() { Per = ChildrenPer.Caller };

    /// <summary>What a state says about children. One that is the engine's and says nothing waits for those that callers file.</summary>
    public static ChildrenSetting? SettingOf(State state) => state.Children ?? (state.Participants is ParticipantSpec.Engine ? FiledByCallers : null);

    /// <summary>Whether enough children have ended. Closed and deleted ones have ended too.</summary>
    /// <param name="setting">For whom the parent waits.</param>
    /// <param name="children">All children of the visit.</param>
    /// <param name="company">Who is there, for conditions about the child's creator.</param>
    public static bool IsMet(ChildrenSetting setting, IReadOnlyList<Ticket> children, Company company)
    {
        Ticket[] ended = [.. children.Where(HasEnded)];

        return setting.Wait switch
        {
            ChildrenWait.None => true,

            // Callers file one after the other: that all so far have ended says nothing about how many are to come.
            ChildrenWait.Count when setting.Per is ChildrenPer.Caller => ended.Length >= setting.Count,
            _ when ended.Length == children.Count => true,
            ChildrenWait.Any => ended.Length > 0,
            ChildrenWait.Count => ended.Length >= setting.Count,
            ChildrenWait.Condition => setting.When is { } when && ended.Any(child => ConditionRules.Holds(when, key => ValueOf(child, company, key))),
            _ => false,
        };
    }

    /// <summary>
    /// Moves the parent on when enough children have ended: by its state's first transition that is no refusal, with the
    /// children's values. When it cannot move, a run that started them has failed and says why.
    /// </summary>
    /// <param name="situation">The engine in front of the parent.</param>
    /// <param name="visitNumber">The visit that waits. One that was left, or has not started all its children yet, is not moved.</param>
    /// <param name="children">All children of the visit.</param>
    /// <param name="triggeredBy">The child that just ended; null when none did.</param>
    public static Result<TicketDecision> Release(Situation situation, int visitNumber, IReadOnlyList<Ticket> children, TicketId? triggeredBy)
    {
        if (WhyNotRelease(situation, visitNumber, children) is { } refusal)
        {
            return refusal;
        }

        var visit = situation.Ticket.OpenVisit(visitNumber)!;
        var setting = SettingOf(situation.Workflow.State(visit.State))!;
        var brought = new BroughtValues(situation, setting, children);
        var course = Course.Of(situation).Add(brought.Changes);
        var comment = Words(setting, children, triggeredBy, brought.LeftOut);
        var moved = AutomationRules.MoveOn(situation with { Ticket = course.Ticket }, visitNumber, comment, FieldChanges.None);

        return moved switch
        {
            { Succeeded: true } => moved.Value with { Events = [.. course.DecidedBy(situation.Actor).Value.Events, .. moved.Value.Events] },
            _ when visit.Automation is { } automation => situation.Decide(new TicketEvent.AutomationFailed(visitNumber, visit.State, automation.Run, FailureReason.Of(moved.Refusal!).Written)),
            _ => moved.Refusal!,
        };
    }

    /// <summary>Why the parent stays; null when it may go on.</summary>
    public static Refusal? WhyNotRelease(Situation situation, int visitNumber, IReadOnlyList<Ticket> children)
    {
        if (situation.Ticket.OpenVisit(visitNumber) is not { } visit)
        {
            return TicketRefusals.StateLeft;
        }

        var state = situation.Workflow.State(visit.State);

        return SettingOf(state) is { } setting && IsReady(state, setting, visit, children) && IsMet(setting, children, situation.Facts.Company)
            ? null
            : ChildrenRefusals.StillOpen;
    }

    /// <summary>Whether an open child ends because its parent does not wait for it any more.</summary>
    public static bool EndsWithParent(WorkflowVersion workflow, Ticket parent, Ticket child) =>
        workflow.States.FirstOrDefault(state => state.Id == child.ParentState) is { } state
        && SettingOf(state) is { EndWithParent: true } setting
        && (setting.Wait is ChildrenWait.None
            ? parent.DeletedAt is not null || parent.Status is TicketStatus.Closed or TicketStatus.Withdrawn
            : !parent.OpenVisits.Any(visit => visit.State == state.Id && (child.ParentVisit is null || child.ParentVisit == visit.Number)));

    /// <summary>Why something was refused, with the fields at fault.</summary>
    internal static string Reason(Refusal refusal) =>
        TemplateText.Cut(string.Join(' ', refusal.Fields.Select(field => field.Message).Prepend(refusal.Message)), Comment.MaxLength);

    internal static bool HasEnded(Ticket child) => child.IsOver || child.DeletedAt is not null;

    internal static FieldValue? ValueOf(Ticket ticket, Company company, string key) =>
        key == BuiltInField.Serial ? new FieldValue.Text(ticket.Serial) : TicketValues.Of(ticket, company)(key);

    /// <summary>A value as a field of another workflow takes it: one among several, or the only one of several. Files stay where they were uploaded.</summary>
    internal static FieldValue? Fitted(FormField? field, FieldValue? value) => (field, value) switch
    {
        (_, FieldValue.Files) => null,
        ({ TakesSeveral: true }, FieldValue.Text text) => new FieldValue.Texts([text.Value]),
        ({ TakesSeveral: false }, FieldValue.Texts { Values: [var only] }) => new FieldValue.Text(only),
        _ => value,
    };

    /// <summary>Never before all children were started. People who act here decide themselves where the parent does not wait.</summary>
    private static bool IsReady(State state, ChildrenSetting setting, Visit visit, IReadOnlyList<Ticket> children) =>
        (setting.Per is ChildrenPer.Caller ? children.Count > 0 : visit.Automation?.Status is AutomationStatus.Done)
        && (state.IsAutomatic || setting.Wait is not ChildrenWait.None);

    private static string Words(ChildrenSetting setting, IReadOnlyList<Ticket> children, TicketId? triggeredBy, IReadOnlyList<string> leftOut)
    {
        var last = children.Where(HasEnded).OrderBy(child => child.Id == triggeredBy).ThenBy(child => child.EndedAt).ThenBy(child => child.Id.Value).LastOrDefault();
        var words = last is not null && setting.Wait is not ChildrenWait.None ? $"子工单 {last.Serial} 已结束，自动流转。Child ticket {last.Serial} has ended; moved on."
            : children.Count > 0 ? "子工单已创建，自动流转。The child tickets were started; moved on."
            : "没有子工单，自动流转。There are no child tickets; moved on.";

        return string.Join('\n', leftOut.Prepend(words));
    }
}
