using LoonFlow.Domain.Participants;
using LoonFlow.Domain.Timers;

namespace LoonFlow.Domain.Workflows;

/// <summary>The departments and roles that a workflow counts on: who acts, who hears of delays, who may file.</summary>
public static class NamedGroups
{
    public static bool Names(WorkflowDocument document, Participant group) => In(document).Contains(group);

    private static IEnumerable<Participant> In(WorkflowDocument document) =>
    [
        .. document.States.SelectMany(state => In(state.Participants)),
        .. document.States.SelectMany(state => state.Timers).SelectMany(In),
        .. (document.Limits.Departments ?? []).Select(Participant.Of),
        .. (document.Limits.Roles ?? []).Select(Participant.Of),
    ];

    private static IEnumerable<Participant> In(ParticipantSpec spec) => spec switch
    {
        ParticipantSpec.Departments { Ids: var ids } => ids.Select(Participant.Of),
        ParticipantSpec.DepartmentLeaders { Ids: var ids } => ids.Select(Participant.Of),
        ParticipantSpec.Roles { Ids: var ids } => ids.Select(Participant.Of),
        ParticipantSpec.Union { Parts: var parts } => parts.SelectMany(In),
        _ => [],
    };

    private static IEnumerable<Participant> In(TimerSetting timer) =>
        timer.Action is TimerAction.Escalate { To: EscalationTarget.Roles { Ids: var ids } } ? ids.Select(Participant.Of) : [];
}
