using LoonFlow.Domain.Timers;
using LoonFlow.Domain.Workflows;
using LoonFlow.Web.Loonflow;

namespace LoonFlow.Web.Import.Workflows;

/// <summary>The transitions of one workflow.</summary>
internal static class ImportedTransitions
{
    private static readonly string[] RefusingWords = ["拒绝", "退回", "驳回", "未", "不"];
    private static readonly string[] SavingWords = ["保存"];

    public static IReadOnlyList<Transition> Read(WorkflowRows workflow, ImportedIds ids)
    {
        var states = workflow.States.ToDictionary(row => row.Id, row => new StateId(ids.Find(SourceTable.States, row.Id)!.Value));
        var transitions = new List<Transition>();

        foreach (var row in workflow.Transitions)
        {
            var (source, destination) = (row.Number(TransitionReading.Source), row.Number(TransitionReading.Destination));

            if (!states.TryGetValue(source, out var from))
            {
                row.Skip($"the state {source} that it leaves is not in the workflow");
            }
            else if (!states.TryGetValue(destination, out var to))
            {
                row.Skip($"the state {destination} that it leads to is not in the workflow");
            }
            else
            {
                var read = TransitionReading.Read(row, new TransitionId(ids.Accept(row)), from, to, states, requiresFields: true, before: null);
                transitions.Add(row.Has(TransitionReading.Attribute) ? read : read with { Kind = Guessed(read.Name.Text) });
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
            After = TransitionReading.Wait(workflow.Transitions.First(row => ids.Find(SourceTable.Transitions, row.Id) == transition.Id.Value)),
        }),
    ];

    /// <summary>Says once for a dump of loonflow 0.1 how the kinds of its transitions came about.</summary>
    public static void ListGuesses(IReadOnlyCollection<SourceRow> rows, ImportReport report)
    {
        if (rows.Any(row => !row.Has(TransitionReading.Attribute)))
        {
            report.List(
                SourceTable.Transitions,
                "all",
                "the dump is of loonflow 0.1, which does not say what agrees and what refuses",
                $"captions with {string.Join(", ", RefusingWords)} refuse, those with {string.Join(", ", SavingWords)} do neither, all others agree");
        }
    }

    private static TransitionKind Guessed(string name) =>
        RefusingWords.Any(word => name.Contains(word, StringComparison.Ordinal)) ? TransitionKind.Refuse
        : SavingWords.Any(word => name.Contains(word, StringComparison.Ordinal)) ? TransitionKind.Other
        : TransitionKind.Agree;
}
