using LoonFlow.Domain.Common;
using LoonFlow.Domain.Workflows;

namespace LoonFlow.Web.Loonflow;

/// <summary>A transition, whose ends are known already.</summary>
internal static class TransitionReading
{
    public const string Source = "source_state_id";
    public const string Destination = "destination_state_id";
    public const string Attribute = "attribute_type_id";

    private const string Type = "transition_type_id";

    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(3650);
    private static readonly Caption Question = new("确定要继续吗？", "Really go on?");

    /// <param name="row">The transition.</param>
    /// <param name="id">Its id here.</param>
    /// <param name="from">The state that it leaves.</param>
    /// <param name="to">The state that it leads to.</param>
    /// <param name="states">The states of the workflow by their ids there.</param>
    /// <param name="requiresFields">What holds where nothing is said.</param>
    /// <param name="before">What loonflow has no words for stays as it was.</param>
    public static Transition Read(
        LoonflowRecord row, TransitionId id, StateId from, StateId to, IReadOnlyDictionary<long, StateId> states, bool requiresFields, Transition? before)
    {
        var name = Kept.Caption(row.Name("name", Caption.MaxLength), before?.Name);

        return (before ?? new Transition { Id = id, Name = name, From = from, To = to }) with
        {
            Name = name,
            Kind = Kind(row),
            From = from,
            To = to,
            IsAutomatic = IsTimer(row),
            RequiresFields = row.Flag("field_require_check", requiresFields),
            Confirmation = Confirmation(row, before),
            Branches = BranchReading.Read(row, states, before?.Branches ?? []),
        };
    }

    /// <summary>How long its timer waits.</summary>
    public static TimeSpan Wait(LoonflowRecord row)
    {
        var seconds = row.Number("timer");

        if (seconds > 0 && seconds <= LongestWait.TotalSeconds)
        {
            return TimeSpan.FromSeconds(seconds);
        }

        var wait = seconds <= 0 ? TimeSpan.FromSeconds(1) : LongestWait;
        row.Note("timer", $"its timer waits {seconds} seconds", $"it waits {wait.TotalSeconds} seconds");

        return wait;
    }

    private static bool IsTimer(LoonflowRecord row)
    {
        var code = row.Number(Type, TransitionCodes.Common);

        if (code is not (TransitionCodes.Common or TransitionCodes.Timer))
        {
            row.Note(Type, $"there is no type of transition {code}", "people take it");
        }

        return code == TransitionCodes.Timer;
    }

    private static TransitionKind Kind(LoonflowRecord row)
    {
        var code = row.Number(Attribute, (long)TransitionKind.Agree);

        if (code is >= (long)TransitionKind.Agree and <= (long)TransitionKind.Other)
        {
            return (TransitionKind)code;
        }

        row.Note(Attribute, $"there is no attribute {code}", "it does neither agree nor refuse");

        return TransitionKind.Other;
    }

    private static Caption? Confirmation(LoonflowRecord row, Transition? before) =>
        !row.Flag("alert_enable", otherwise: false) ? null
        : row.Text("alert_text", Caption.MaxLength) is { Length: > 0 } text ? Kept.Caption(text, before?.Confirmation ?? Question)
        : Question;
}
