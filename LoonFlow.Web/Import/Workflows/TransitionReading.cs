using LoonFlow.Domain.Common;
using LoonFlow.Domain.Timers;
using LoonFlow.Domain.Workflows;

namespace LoonFlow.Web.Import.Workflows;

/// <summary>The transitions of one workflow.</summary>
internal static class TransitionReading
{
    public const string Source = "source_state_id";
    public const string Destination = "destination_state_id";

    private const string Attribute = "attribute_type_id";
    private const int Timer = 2;

    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(3650);

    private static readonly string[] RefusingWords = ["拒绝", "退回", "驳回", "未", "不"];
    private static readonly string[] SavingWords = ["保存"];

    public static IReadOnlyList<Transition> Read(WorkflowRows workflow, ImportedIds ids)
    {
        var states = workflow.States.ToDictionary(row => row.Id, row => new StateId(ids.Find(SourceTable.States, row.Id)!.Value));
        var transitions = new List<Transition>();

        foreach (var row in workflow.Transitions)
        {
            if (!states.TryGetValue(row.Number(Source), out var from))
            {
                row.Skip($"the state {row.Number(Source)} that it leaves is not in the workflow");
            }
            else if (!states.TryGetValue(row.Number(Destination), out var to))
            {
                row.Skip($"the state {row.Number(Destination)} that it leads to is not in the workflow");
            }
            else
            {
                transitions.Add(Transition(row, ids.Accept(row), from, to, states));
            }
        }

        return transitions;
    }

    /// <summary>The timers of a state: one for each transition that the clock takes, so many seconds after the arrival.</summary>
    public static IReadOnlyList<TimerSetting> Timers(StateId state, WorkflowRows workflow, IReadOnlyList<Transition> transitions, ImportedIds ids) =>
    [
        .. transitions.Where(transition => transition.From == state && transition.IsAutomatic).Select((transition, index) => new TimerSetting
        {
            Number = index + 1,
            Action = new TimerAction.Take(transition.Id),
            After = Wait(workflow.Transitions.First(row => ids.Find(SourceTable.Transitions, row.Id) == transition.Id.Value)),
        }),
    ];

    /// <summary>Says once for a dump of loonflow 0.1 how the kinds of its transitions came about.</summary>
    public static void ListGuesses(IReadOnlyCollection<SourceRow> rows, ImportReport report)
    {
        if (rows.Any(row => !row.Has(Attribute)))
        {
            report.List(
                SourceTable.Transitions,
                "all",
                "the dump is of loonflow 0.1, which does not say what agrees and what refuses",
                $"captions with {string.Join(", ", RefusingWords)} refuse, those with {string.Join(", ", SavingWords)} do neither, all others agree");
        }
    }

    private static Transition Transition(SourceRow row, long id, StateId from, StateId to, IReadOnlyDictionary<long, StateId> states)
    {
        var name = row.Name("name", Caption.MaxLength);

        return new Transition
        {
            Id = new TransitionId(id),
            Name = name,
            Kind = Kind(row, name),
            From = from,
            To = to,
            IsAutomatic = IsTimer(row),
            RequiresFields = row.Flag("field_require_check", otherwise: true),
            Confirmation = Confirmation(row),
            Branches = BranchReading.Read(row, states),
        };
    }

    private static bool IsTimer(SourceRow row) => row.Number("transition_type_id", 1) == Timer;

    private static TimeSpan Wait(SourceRow row)
    {
        var seconds = row.Number("timer");

        if (seconds > 0 && seconds <= LongestWait.TotalSeconds)
        {
            return TimeSpan.FromSeconds(seconds);
        }

        var wait = seconds <= 0 ? TimeSpan.FromSeconds(1) : LongestWait;
        row.Note($"its timer waits {seconds} seconds", $"it waits {wait.TotalSeconds} seconds");

        return wait;
    }

    private static TransitionKind Kind(SourceRow row, string name)
    {
        if (!row.Has(Attribute))
        {
            return RefusingWords.Any(word => name.Contains(word, StringComparison.Ordinal)) ? TransitionKind.Refuse
                : SavingWords.Any(word => name.Contains(word, StringComparison.Ordinal)) ? TransitionKind.Other
                : TransitionKind.Agree;
        }

        var code = row.Number(Attribute, (long)TransitionKind.Agree);

        if (code is >= (long)TransitionKind.Agree and <= (long)TransitionKind.Other)
        {
            return (TransitionKind)code;
        }

        row.Note($"there is no attribute {code}", "it does neither agree nor refuse");

        return TransitionKind.Other;
    }

    private static Caption? Confirmation(SourceRow row) =>
        !row.Flag("alert_enable", otherwise: false) ? null
        : row.Text("alert_text", Caption.MaxLength) is { Length: > 0 } text ? new Caption(text)
        : new Caption("确定要继续吗？", "Really go on?");
}
