using LoonFlow.Domain.Workflows;

namespace LoonFlow.Web.Features.Workflows.Designer.Panels;

/// <summary>
/// Where in the panels something is put right: from what is wrong to the id of the control. A control may lie in a folded
/// section (<c>details</c>), which has to be unfolded before it is focused.
/// </summary>
public static class ProblemPlaces
{
    private static readonly Dictionary<string, string> Places = new(StringComparer.Ordinal)
    {
        ["workflow.name_missing"] = "workflow-name",
        ["workflow.icon_too_long"] = "workflow-icon",
        ["workflow.serial_prefix_malformed"] = "workflow-prefix",
        ["workflow.title_template_too_long"] = "workflow-title",
        ["workflow.title_placeholder_unknown"] = "workflow-title",
        ["workflow.limit_period_malformed"] = "workflow-frequency",
        ["workflow.limit_count_malformed"] = "workflow-frequency",
        ["workflow.limit_names_unknown"] = "workflow-filers",
        ["workflow.nobody_may_file"] = "workflow-filers",
        ["workflow.display_field_unknown"] = "workflow-display",
        ["workflow.event_hook_name_missing"] = "workflow-hooks",
        ["workflow.event_hook_duplicate"] = "workflow-hooks",
        ["workflow.event_hook_address_malformed"] = "workflow-hooks",
        ["workflow.event_hook_without_trigger"] = "workflow-hooks",
        ["workflow.notice_too_long"] = "workflow-notices",
        ["workflow.notice_placeholder_unknown"] = "workflow-notices",
        ["workflow.calendar_unknown"] = "workflow-calendar",
        ["workflow.state_name_missing"] = "state-name",
        ["workflow.several_starts"] = "state-kind",
        ["workflow.automatic_start_or_end"] = "state-kind",
        ["workflow.join_needs_one_fork"] = "state-kind",
        ["workflow.script_missing"] = "state-script",
        ["workflow.hook_address_malformed"] = "state-call-url",
        ["workflow.participants_missing"] = "state-participants",
        ["workflow.nobody_to_act"] = "state-participants",
        ["workflow.person_unknown"] = "state-participants",
        ["workflow.person_inactive"] = "state-participants",
        ["workflow.department_unknown"] = "state-participants",
        ["workflow.department_empty"] = "state-participants",
        ["workflow.role_unknown"] = "state-participants",
        ["workflow.role_empty"] = "state-participants",
        ["workflow.participant_field_unknown"] = "state-participants",
        ["workflow.participant_field_wrong_type"] = "state-participants",
        ["workflow.votes_impossible"] = "state-voting",
        ["workflow.skips_nowhere"] = "state-empty",
        ["workflow.fork_without_join"] = "state-join",
        ["workflow.join_count_impossible"] = "state-joining",
        ["workflow.join_agrees_never"] = "state-joining",
        ["workflow.children_malformed"] = "state-children",
        ["workflow.children_field_unknown"] = "state-children",
        ["workflow.timer_at_end"] = "state-timers",
        ["workflow.timer_number_duplicate"] = "state-timers",
        ["workflow.timer_time_malformed"] = "state-timers",
        ["workflow.timer_transition_unknown"] = "state-timers",
        ["workflow.timer_requires_fields"] = "state-timers",
        ["workflow.timer_reminder_malformed"] = "state-timers",
        ["workflow.timer_target_empty"] = "state-timers",
        ["workflow.state_label_malformed"] = "state-label",
        ["workflow.transition_name_missing"] = "transition-name",
        ["workflow.transition_from_unknown"] = "transition-from",
        ["workflow.transition_leaves_end"] = "transition-from",
        ["workflow.transition_to_unknown"] = "transition-to",
        ["workflow.branch_leaves_at_once"] = "transition-to",
        ["workflow.branch_entered_from_outside"] = "transition-to",
        ["workflow.join_entered_from_outside"] = "transition-to",
        ["workflow.automatic_requires_fields"] = "transition-requires",
        ["workflow.automatic_never_taken"] = "transition-automatic",
        ["workflow.branch_to_unknown"] = "transition-branches",
        ["workflow.branch_without_condition"] = "transition-branches",
        ["workflow.condition_too_deep"] = "transition-branches",
        ["workflow.condition_field_unknown"] = "transition-branches",
        ["workflow.condition_never_holds"] = "transition-branches",
    };

    /// <summary>The id of the element to unfold and focus; the head of the panel where there is no closer place, null where no panel shows it.</summary>
    public static string? Of(PublishingProblem problem) => Places.GetValueOrDefault(problem.Code) is { } place && IsOf(place, problem) ? place : problem switch
    {
        { Code: "workflow.caption_too_long", Transition: not null } => "transition-name",
        { Code: "workflow.caption_too_long", State: not null } => "state-name",
        { Code: "workflow.caption_too_long", Field: null } => "workflow-name",
        { Transition: not null } => "transition-panel",
        { Field: not null } => null,
        { State: not null } => "state-panel",
        _ => null,
    };

    /// <summary>Conditions of fields have the same problems as those of transitions.</summary>
    private static bool IsOf(string place, PublishingProblem problem) =>
        (problem.Transition is not null || !place.StartsWith("transition-", StringComparison.Ordinal))
        && (problem.State is not null || !place.StartsWith("state-", StringComparison.Ordinal));
}
