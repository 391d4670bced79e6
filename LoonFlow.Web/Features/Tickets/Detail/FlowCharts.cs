using System.Globalization;
using LoonFlow.Domain.Conditions;
using LoonFlow.Domain.Workflows;
using LoonFlow.Web.Controls;

namespace LoonFlow.Web.Features.Tickets.Detail;

/// <summary>A ticket's workflow as the chart draws it: where it is, and where it has been.</summary>
internal static class FlowCharts
{
    public static FlowChartModel Of(TicketView view)
    {
        StateId[] current = view.Stays is [] ? [view.State] : [.. view.Stays.Select(stay => stay.State)];
        StateId[] visited = [.. view.History.Select(line => line.State).Except(current)];

        return new FlowChartModel(
            [.. view.Workflow.States.OrderBy(state => state.Order).Select(state => State(state, isSeen: current.Contains(state.Id) || visited.Contains(state.Id)))],
            [.. view.Workflow.Transitions.SelectMany(transition => Lines(transition, view.Workflow))],
            [.. current.Select(id => id.Value).Distinct()],
            [.. visited.Select(id => id.Value).Distinct()]);
    }

    private static FlowChartState State(State state, bool isSeen) =>
        new(state.Id.Value, state.Name.ForReader(), KindOf(state), Hidden: state.IsHidden && !isSeen);

    private static FlowChartStateKind KindOf(State state) => state switch
    {
        { Kind: StateKind.Start } => FlowChartStateKind.Start,
        { Kind: StateKind.End } => FlowChartStateKind.End,
        { IsAutomatic: true } => FlowChartStateKind.Automation,
        _ => FlowChartStateKind.Normal,
    };

    private static IEnumerable<FlowChartTransition> Lines(Transition transition, WorkflowVersion workflow)
    {
        var id = transition.Id.Value.ToString(CultureInfo.InvariantCulture);

        return
        [
            .. transition.Branches.Select((branch, index) => Line(transition, $"{id}-{index}", branch.To, Read(branch.When, workflow))),
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

    // Designers write keys; readers know the fields by their names.
    private static string Read(Condition condition, WorkflowVersion workflow) => ConditionFields.Of(condition)
        .OrderByDescending(key => key.Length)
        .Aggregate(ConditionText.Write(condition), (text, key) => workflow.Field(key) is { } field
            ? text.Replace(key, field.Name.ForReader(), StringComparison.Ordinal)
            : text);
}
