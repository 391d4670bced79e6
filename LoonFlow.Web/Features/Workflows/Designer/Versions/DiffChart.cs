using LoonFlow.Domain.Conditions;
using LoonFlow.Domain.Organization;
using LoonFlow.Domain.Workflows;
using LoonFlow.Domain.Workflows.Changes;
using LoonFlow.Web.Controls;

namespace LoonFlow.Web.Features.Workflows.Designer.Versions;

/// <summary>Two documents in one picture: all that is, and what is gone, each with what became of it.</summary>
internal static class DiffChart
{
    public static FlowChartModel Of(WorkflowDocument before, WorkflowDocument after, IReadOnlyList<DocumentChange> changes, Company company)
    {
        var marks = changes.ToDictionary(change => change.Element, change => MarkOf(change.Kind));
        State[] states = [.. after.States, .. Gone(before.States, after.States, state => state.Id)];
        var isDrawn = states.All(state => state.Position is not null);

        return new FlowChartModel(
            [.. states.DistinctBy(state => state.Id).OrderBy(state => state.Order).Select(state => StateOf(state, marks, isDrawn))],
            [
                .. Lines(after, after.Transitions, marks, company),
                .. Lines(before, Gone(before.Transitions, after.Transitions, transition => transition.Id), marks, company),
            ],
            [],
            []);
    }

    private static FlowChartState StateOf(State state, Dictionary<DocumentElement, FlowChartMark> marks, bool isDrawn) => new(
        state.Id.Value,
        state.Name.ForReader(),
        FlowCharts.KindOf(state),
        X: isDrawn ? state.Position!.X : null,
        Y: isDrawn ? state.Position!.Y : null,
        Mark: marks.GetValueOrDefault(new DocumentElement(ElementKind.State, state.Id.Value)));

    private static IEnumerable<FlowChartTransition> Lines(
        WorkflowDocument document, IEnumerable<Transition> transitions, Dictionary<DocumentElement, FlowChartMark> marks, Company company)
    {
        var fields = document.Fields.DistinctBy(field => field.Key).ToDictionary(field => field.Key, StringComparer.Ordinal);
        var phrases = new ConditionPhrases(fields.GetValueOrDefault, ReaderLanguage.Current, company);

        return transitions.SelectMany(transition => FlowCharts.Lines(transition, phrases).Select(line => line with
        {
            Mark = marks.GetValueOrDefault(new DocumentElement(ElementKind.Transition, transition.Id.Value)),
        }));
    }

    private static IEnumerable<T> Gone<T, TId>(IReadOnlyList<T> before, IReadOnlyList<T> after, Func<T, TId> id)
    {
        var there = after.Select(id).ToHashSet();

        return before.Where(element => !there.Contains(id(element)));
    }

    private static FlowChartMark MarkOf(ChangeKind kind) => kind switch
    {
        ChangeKind.Added => FlowChartMark.Added,
        ChangeKind.Removed => FlowChartMark.Removed,
        ChangeKind.Moved => FlowChartMark.Moved,
        _ => FlowChartMark.Changed,
    };
}
