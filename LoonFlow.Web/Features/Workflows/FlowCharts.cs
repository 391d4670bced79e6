using System.Globalization;
using LoonFlow.Domain.Conditions;
using LoonFlow.Domain.Organization;
using LoonFlow.Domain.Workflows;
using LoonFlow.Web.Controls;

namespace LoonFlow.Web.Features.Workflows;

/// <summary>A workflow as the chart draws it.</summary>
internal static class FlowCharts
{
    /// <param name="workflow">What is drawn.</param>
    /// <param name="company">Who is there, for the words of conditions.</param>
    /// <param name="current">Where a ticket is.</param>
    /// <param name="visited">Where it has been.</param>
    public static FlowChartModel Of(WorkflowVersion workflow, Company company, IReadOnlyList<StateId> current, IReadOnlyList<StateId> visited)
    {
        var phrases = PhrasesOf(workflow, company);

        return new FlowChartModel(
            [.. workflow.States.OrderBy(state => state.Order).Select(state => State(state, isSeen: current.Contains(state.Id) || visited.Contains(state.Id)))],
            [.. workflow.Transitions.SelectMany(transition => Lines(transition, phrases))],
            [.. current.Select(id => id.Value).Distinct()],
            [.. visited.Select(id => id.Value).Distinct()]);
    }

    /// <summary>Designers write keys; readers know the fields by their names.</summary>
    public static ConditionPhrases PhrasesOf(WorkflowVersion workflow, Company company) => new(workflow.Field, ReaderLanguage.Current, company);

    private static FlowChartState State(State state, bool isSeen) =>
        new(state.Id.Value, state.Name.ForReader(), KindOf(state), Hidden: state.IsHidden && !isSeen);

    public static FlowChartStateKind KindOf(State state) => state switch
    {
        { Kind: StateKind.Start } => FlowChartStateKind.Start,
        { Kind: StateKind.End } => FlowChartStateKind.End,
        { IsAutomatic: true } => FlowChartStateKind.Automation,
        _ => FlowChartStateKind.Normal,
    };

    /// <summary>A line for each branch, and one for where it leads otherwise.</summary>
    public static IEnumerable<FlowChartTransition> Lines(Transition transition, ConditionPhrases phrases)
    {
        var id = transition.Id.Value.ToString(CultureInfo.InvariantCulture);

        return
        [
            .. transition.Branches.Select((branch, index) => Line(transition, $"{id}-{index}", branch.To, phrases.Of(branch.When))),
            Line(transition, id, transition.To, condition: null),
        ];
    }

    private static FlowChartTransition Line(Transition transition, string id, StateId to, string? condition) =>
        new(id, transition.Name.ForReader(), transition.From.Value, to.Value, KindOf(transition.Kind), condition);

    private static FlowChartTransitionKind KindOf(TransitionKind kind) => kind switch
    {
        TransitionKind.Agree => FlowChartTransitionKind.Agree,
        TransitionKind.Refuse => FlowChartTransitionKind.Refuse,
        _ => FlowChartTransitionKind.Other,
    };
}
