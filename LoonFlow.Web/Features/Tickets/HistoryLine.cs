using LoonFlow.Domain.Common;
using LoonFlow.Domain.Forms;
using LoonFlow.Domain.Tickets;
using LoonFlow.Domain.Workflows;

namespace LoonFlow.Web.Features.Tickets;

/// <summary>One line of the history. The engine has no name.</summary>
public sealed record HistoryLine(
    long Id,
    DateTimeOffset At,
    PersonName? By,
    FlowLogAction Action,
    StateId State,
    Caption StateName,
    Caption? Transition,
    TransitionKind? Kind,
    PersonName? Target,
    string Comment,
    IReadOnlyList<ValueChange> Changes)
{
    /// <summary>Whose work or place it was, where that was not who did it.</summary>
    public PersonName? Of { get; init; }

    /// <summary>The application that spoke for them; null when none did.</summary>
    public ApplicationName? Through { get; init; }

    /// <summary>What kind of thing runs in the state, where something does.</summary>
    public AutomationKind? Automation { get; init; }

    /// <summary>Where it was sent outside the flow.</summary>
    public Caption? TargetState { get; init; }
}

/// <summary>What one field held before and after.</summary>
public sealed record ValueChange(FormField Field, FieldValue? Before, FieldValue? After);
