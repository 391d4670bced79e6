using System.Globalization;
using LoonFlow.Domain.Common;
using LoonFlow.Domain.Forms;
using LoonFlow.Domain.Notifications;

namespace LoonFlow.Domain.Workflows;

/// <summary>Everything that can be wrong with a document that is to be published, each with its stable code and its cure.</summary>
internal static partial class PublishingProblems
{
    public static PublishingProblem NameMissing() => Error("workflow.name_missing", "Give the workflow a name.");

    public static PublishingProblem SerialPrefixMalformed(string prefix) => Error(
        "workflow.serial_prefix_malformed",
        $"A serial prefix has 1 to {WorkflowDocument.MaxSerialPrefixLength} letters, digits, hyphens or underscores; “{prefix}” does not.",
        prefix,
        Number(WorkflowDocument.MaxSerialPrefixLength));

    public static PublishingProblem TitleTemplateTooLong(int limit) =>
        Error("workflow.title_template_too_long", $"A title template has at most {limit} characters.", Number(limit));

    public static PublishingProblem TitlePlaceholderUnknown(string key) =>
        Warning("workflow.title_placeholder_unknown", $"The title template names “{key}”, which stands for nothing.", key).Of(key);

    public static PublishingProblem LimitPeriodMalformed(int days) =>
        Error("workflow.limit_period_malformed", $"The period of a limit is more than nothing and at most {days} days.", Number(days));

    public static PublishingProblem LimitCountMalformed(int most) =>
        Error("workflow.limit_count_malformed", $"A limit allows 1 to {most} tickets; to take none at all, retire the workflow.", Number(most));

    public static PublishingProblem LimitNamesUnknown(string kind, long id) =>
        Warning("workflow.limit_names_unknown", $"Who may file names {kind} {id}, which is not known or no longer active.", kind, Number(id));

    public static PublishingProblem NobodyMayFile() =>
        Warning("workflow.nobody_may_file", "Nobody active may file this: see who may.");

    public static PublishingProblem HookAddressMalformed(State state, string url) => Error(
        "workflow.hook_address_malformed", $"“{state.Name}” calls “{url}”, which is not an address that begins with http:// or https://.", state.Name.Text, url).At(state);

    public static PublishingProblem EventHookNameMissing() =>
        Error("workflow.event_hook_name_missing", $"Give each event hook a name of at most {EventHook.MaxNameLength} characters.", Number(EventHook.MaxNameLength));

    public static PublishingProblem EventHookDuplicate(string name) =>
        Error("workflow.event_hook_duplicate", $"Two event hooks are called “{name}”; names are unique.", name);

    public static PublishingProblem EventHookAddressMalformed(string name, string url) => Error(
        "workflow.event_hook_address_malformed", $"The event hook “{name}” calls “{url}”, which is not an address that begins with http:// or https://.", name, url);

    public static PublishingProblem EventHookWithoutTrigger(string name) =>
        Error("workflow.event_hook_without_trigger", $"Say what the event hook “{name}” is told of.", name);

    public static PublishingProblem NoStart() => Error("workflow.no_start", "Add the start state: the form with which a ticket is filed.");

    public static PublishingProblem SeveralStarts(State state) =>
        Error("workflow.several_starts", $"Only one state can be the start; “{state.Name}” is one too many.", state.Name.Text).At(state);

    public static PublishingProblem NoEnd() => Error("workflow.no_end", "Add an end state.");

    public static PublishingProblem UnknownDisplayField(string key) =>
        Warning("workflow.display_field_unknown", $"There is no field “{key}” to show to viewers.", key).Of(key);

    public static PublishingProblem IconTooLong(string icon) => Error(
        "workflow.icon_too_long", $"The symbol “{Shortened(icon)}” is longer than {WorkflowDocument.MaxIconLength} characters.", Shortened(icon), Number(WorkflowDocument.MaxIconLength));

    public static PublishingProblem CaptionTooLong(string caption) => Error(
        "workflow.caption_too_long", $"“{Shortened(caption)}” is longer than {Caption.MaxLength} characters.", Shortened(caption), Number(Caption.MaxLength));

    public static PublishingProblem UnknownSetting(string what, string value) =>
        Error("workflow.setting_unknown", $"LoonFlow does not know the {what} “{value}”.", what, value);

    public static PublishingProblem DuplicateState(State state) =>
        Error("workflow.state_id_duplicate", $"The state “{state.Name}” has the same id as another one.", state.Name.Text).At(state);

    public static PublishingProblem DuplicateTransition(Transition transition) =>
        Error("workflow.transition_id_duplicate", $"The transition “{transition.Name}” has the same id as another one.", transition.Name.Text).On(transition);

    public static PublishingProblem DuplicateField(FormField field) =>
        Error("workflow.field_id_duplicate", $"The field “{field.Name}” has the same id as another one.", field.Name.Text).Of(field.Key);

    public static PublishingProblem DuplicateKey(FormField field) =>
        Error("workflow.field_key_duplicate", $"Two fields have the key “{field.Key}”; keys are unique.", field.Key).Of(field.Key);

    public static PublishingProblem FieldNameMissing(FormField field) =>
        Error("workflow.field_name_missing", $"Give the field “{field.Key}” a name.", field.Key).Of(field.Key);

    public static PublishingProblem KeyMissing(FormField field) =>
        Error("workflow.field_key_missing", $"Give the field “{field.Name}” a key.", field.Name.Text).Of(field.Key);

    public static PublishingProblem KeyMalformed(FormField field) => Error(
        "workflow.field_key_malformed",
        $"A key is one word of at most {FormField.MaxKeyLength} letters, digits and underscores and starts with no digit; “{field.Key}” is not.",
        field.Key,
        Number(FormField.MaxKeyLength)).Of(field.Key);

    public static PublishingProblem KeyReserved(FormField field) =>
        Error("workflow.field_key_reserved", $"The key “{field.Key}” means something else already; choose another one.", field.Key).Of(field.Key);

    public static PublishingProblem ChoicesMissing(FormField field) =>
        Error("workflow.choices_missing", $"Say what may be chosen in “{field.Name}”.", field.Name.Text).Of(field.Key);

    public static PublishingProblem ChoiceKeyMissing(FormField field) =>
        Error("workflow.choice_key_missing", $"A choice of “{field.Name}” has no key.", field.Name.Text).Of(field.Key);

    public static PublishingProblem ChoiceDuplicate(FormField field, string key) =>
        Error("workflow.choice_duplicate", $"Two choices of “{field.Name}” have the key “{key}”.", field.Name.Text, key).Of(field.Key);

    public static PublishingProblem ChoiceNameMissing(FormField field, string key) =>
        Warning("workflow.choice_name_missing", $"The choice “{key}” of “{field.Name}” shows no text.", field.Name.Text, key).Of(field.Key);

    public static PublishingProblem StateNameMissing(State state) =>
        Error("workflow.state_name_missing", $"Give state {state.Id.Value} a name.", Number(state.Id.Value)).At(state);

    public static PublishingProblem StartWithoutExit(State state) =>
        Error("workflow.start_without_exit", "Nothing can be filed: add a transition that leaves the start.").At(state);

    public static PublishingProblem StateWithoutExit(State state) =>
        Error("workflow.state_without_exit", $"Tickets would stay in “{state.Name}” for ever: add a transition that leaves it, or make it an end.", state.Name.Text).At(state);

    public static PublishingProblem StateUnreachable(State state) =>
        Warning("workflow.state_unreachable", $"No way leads from the start to “{state.Name}”.", state.Name.Text).At(state);

    public static PublishingProblem NoWayToEnd(State state) =>
        Error("workflow.no_way_to_end", $"From “{state.Name}”, tickets never get to an end: draw a transition that leads towards one.", state.Name.Text).At(state);

    public static PublishingProblem NoSureWayToEnd(State state) =>
        Error("workflow.no_sure_way_to_end", $"From “{state.Name}”, tickets may never get to an end: a state that is skipped because nobody need be asked is left by its agreeing transition, so let that one lead towards an end.", state.Name.Text).At(state);

    public static PublishingProblem StartAsksNothing(State state) =>
        Warning("workflow.start_asks_nothing", "Nothing can be filled in when a ticket is filed: let the start state ask for at least one field.").At(state);

    public static PublishingProblem AccessUnknownField(State state, string key) =>
        Warning("workflow.access_field_unknown", $"“{state.Name}” shows a field “{key}” that does not exist.", state.Name.Text, key).At(state).Of(key);

    public static PublishingProblem BuiltInNotWritable(State state, string key) =>
        Warning("workflow.built_in_not_writable", $"“{state.Name}” asks for “{key}”, which LoonFlow fills in itself.", state.Name.Text, key).At(state).Of(key);

    public static PublishingProblem AutomaticStartOrEnd(State state) =>
        Error("workflow.automatic_start_or_end", $"“{state.Name}” is a start or an end; nothing runs there. Use a state between.", state.Name.Text).At(state);

    public static PublishingProblem AutomaticExits(State state, int exits) => Error(
        "workflow.automatic_exits",
        $"“{state.Name}” moves on by itself, so exactly one transition leaves it, not {exits}.",
        state.Name.Text,
        Number(exits)).At(state);

    public static PublishingProblem AutomaticRequiresFields(State state, Transition transition) => Warning(
        "workflow.automatic_requires_fields",
        $"“{transition.Name}” checks required fields, but nobody fills them in while “{state.Name}” runs by itself.",
        transition.Name.Text,
        state.Name.Text).At(state).On(transition);

    public static PublishingProblem ScriptMissing(State state) =>
        Error("workflow.script_missing", $"Say which script runs in “{state.Name}”.", state.Name.Text).At(state);

    public static PublishingProblem ParticipantsMissing(State state) =>
        Error("workflow.participants_missing", $"Say who acts in “{state.Name}”.", state.Name.Text).At(state);

    public static PublishingProblem NobodyToAct(State state, ProblemSeverity severity) => Problem(
        severity, "workflow.nobody_to_act", $"Nobody active is left who could act in “{state.Name}”.", state.Name.Text).At(state);

    public static PublishingProblem PersonUnknown(State state, long id) =>
        Warning("workflow.person_unknown", $"“{state.Name}” asks person {id}, who is not known.", state.Name.Text, Number(id)).At(state);

    public static PublishingProblem PersonInactive(State state, string name) =>
        Warning("workflow.person_inactive", $"“{state.Name}” asks {name}, who is no longer active.", state.Name.Text, name).At(state);

    public static PublishingProblem DepartmentUnknown(State state, long id) =>
        Warning("workflow.department_unknown", $"“{state.Name}” asks department {id}, which is not known.", state.Name.Text, Number(id)).At(state);

    public static PublishingProblem DepartmentEmpty(State state, string name) =>
        Warning("workflow.department_empty", $"“{state.Name}” asks the department {name}, where nobody is active.", state.Name.Text, name).At(state);

    public static PublishingProblem RoleUnknown(State state, long id) =>
        Warning("workflow.role_unknown", $"“{state.Name}” asks role {id}, which is not known.", state.Name.Text, Number(id)).At(state);

    public static PublishingProblem RoleEmpty(State state, string name) =>
        Warning("workflow.role_empty", $"“{state.Name}” asks the role {name}, which nobody active holds.", state.Name.Text, name).At(state);

    public static PublishingProblem ParticipantFieldUnknown(State state, string key) =>
        Error("workflow.participant_field_unknown", $"“{state.Name}” asks whom the field “{key}” names, but there is no such field.", state.Name.Text, key).At(state).Of(key);

    public static PublishingProblem ParticipantFieldWrongType(State state, string key) =>
        Error("workflow.participant_field_wrong_type", $"“{state.Name}” asks whom the field “{key}” names, but it cannot name people.", state.Name.Text, key).At(state).Of(key);

    public static PublishingProblem TransitionNameMissing(Transition transition) => Error(
        "workflow.transition_name_missing", $"Give transition {transition.Id.Value} a name.", Number(transition.Id.Value)).On(transition);

    public static PublishingProblem FromUnknown(Transition transition) =>
        Error("workflow.transition_from_unknown", $"“{transition.Name}” leaves a state that does not exist.", transition.Name.Text).On(transition);

    public static PublishingProblem ToUnknown(Transition transition) =>
        Error("workflow.transition_to_unknown", $"“{transition.Name}” leads to a state that does not exist.", transition.Name.Text).On(transition);

    public static PublishingProblem LeavesEnd(Transition transition, State end) => Error(
        "workflow.transition_leaves_end",
        $"“{transition.Name}” leaves “{end.Name}”, but nothing goes on after an end.",
        transition.Name.Text,
        end.Name.Text).On(transition).At(end);

    public static PublishingProblem BranchToUnknown(Transition transition) =>
        Error("workflow.branch_to_unknown", $"A branch of “{transition.Name}” leads to a state that does not exist.", transition.Name.Text).On(transition);

    public static PublishingProblem BranchWithoutCondition(Transition transition) => Warning(
        "workflow.branch_without_condition", $"A branch of “{transition.Name}” does not say yet when it is taken, so it never is.", transition.Name.Text).On(transition);

    public static PublishingProblem NoticeTooLong(string text) => Error(
        "workflow.notice_too_long",
        $"The notice “{Shortened(text)}” is longer than {NoticeTemplate.MaxContentLength} characters.",
        Shortened(text),
        Number(NoticeTemplate.MaxContentLength));

    public static PublishingProblem NoticePlaceholderUnknown(string key) =>
        Warning("workflow.notice_placeholder_unknown", $"A notice has a place for “{key}”, which is no field; nothing will stand there.", key).Of(key);

    private static PublishingProblem Error(string code, string message, params string[] arguments) =>
        Problem(ProblemSeverity.Error, code, message, arguments);

    private static PublishingProblem Warning(string code, string message, params string[] arguments) =>
        Problem(ProblemSeverity.Warning, code, message, arguments);

    private static PublishingProblem Problem(ProblemSeverity severity, string code, string message, params string[] arguments) =>
        new(severity, code, message) { Arguments = arguments };

    internal static PublishingProblem At(this PublishingProblem problem, State state) => problem with { State = state.Id };

    internal static PublishingProblem On(this PublishingProblem problem, Transition transition) => problem with { Transition = transition.Id };

    internal static PublishingProblem Of(this PublishingProblem problem, string key) => problem with { Field = key };

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Shortened(string caption) => caption.Length > 40 ? caption[..40] + "…" : caption;
}
