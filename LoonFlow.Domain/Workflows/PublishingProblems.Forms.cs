using LoonFlow.Domain.Common;
using LoonFlow.Domain.Conditions;
using LoonFlow.Domain.Forms;

namespace LoonFlow.Domain.Workflows;

/// <summary>What can be wrong with formulas, conditions, cascades, tables and the layout of the form.</summary>
internal static partial class PublishingProblems
{
    public static PublishingProblem ConditionTooDeep(Caption owner) =>
        Error("workflow.condition_too_deep", $"A condition of “{owner}” is nested too deeply; split it into branches.", owner.Text);

    public static PublishingProblem ConditionUnknownField(Caption owner, string key) =>
        Error("workflow.condition_field_unknown", $"A condition of “{owner}” asks for the field “{key}”, which does not exist.", owner.Text, key);

    public static PublishingProblem ConditionNeverHolds(Caption owner, Caption field) => Warning(
        "workflow.condition_never_holds", $"A condition of “{owner}” compares “{field}” with something that it can never be compared with.", owner.Text, field.Text);

    public static PublishingProblem SumUnknown(Caption owner, Operand.Sum sum) => Error(
        "workflow.sum_unknown", $"“{owner}” sums up “{sum.Table}.{sum.Column}”, which is no column of numbers.", owner.Text, $"{sum.Table}.{sum.Column}");

    public static PublishingProblem FormulaNotHere(FormField field) =>
        Error("workflow.formula_not_here", $"“{field.Name}” cannot be worked out by a formula: use a field of text, numbers, dates or yes and no.", field.Name.Text);

    public static PublishingProblem FormulaNeverFits(FormField field) =>
        Error("workflow.formula_never_fits", $"The formula of “{field.Name}” never comes to something that the field can hold.", field.Name.Text);

    public static PublishingProblem FormulaCircle(FormField field) =>
        Error("workflow.formula_circle", $"The formula of “{field.Name}” needs, by way of others, its own result.", field.Name.Text);

    public static PublishingProblem ShownByItself(FormField field) =>
        Error("workflow.shown_by_itself", $"“{field.Name}” is shown by a condition on itself; once gone, it would never come back.", field.Name.Text);

    public static PublishingProblem RulesContradict(FormField field) =>
        Error("workflow.rules_contradict", $"No value of “{field.Name}” could be accepted: what is asked at least is more than what is allowed at most.", field.Name.Text);

    public static PublishingProblem PatternMalformed(FormField field) => Error(
        "workflow.pattern_malformed",
        $"The pattern of “{field.Name}” is no regular expression of at most {ValueLimits.MaxPatternLength} characters without look-around and back references.",
        field.Name.Text,
        Number(ValueLimits.MaxPatternLength));

    public static PublishingProblem CascadeUnknown(FormField field, string parent) => Error(
        "workflow.cascade_unknown", $"“{field.Name}” follows “{parent}”, which is no other field of choices or follows it in turn.", field.Name.Text, parent);

    public static PublishingProblem CascadeChoiceUnknown(FormField field, FormField parent, string choice) => Warning(
        "workflow.cascade_choice_unknown", $"Choices of “{field.Name}” belong to “{choice}”, which cannot be chosen in “{parent.Name}”.", field.Name.Text, choice, parent.Name.Text);

    public static PublishingProblem CheckFieldUnknown(FormCheck check) =>
        Error("workflow.check_field_unknown", $"The check “{Shortened(check.Message.Text)}” is reported at “{check.Field}”, which is no field.", Shortened(check.Message.Text), check.Field);

    public static PublishingProblem CheckMessageMissing(FormField field) =>
        Error("workflow.check_message_missing", $"Say what people read when the check at “{field.Name}” fails.", field.Name.Text);

    public static PublishingProblem TabNameMissing() => Error("workflow.tab_name_missing", "Give each tab of the form a name.");

    public static PublishingProblem RowTooWide(FormRow row) =>
        Error("workflow.row_too_wide", $"At most {FormRow.MaxKeys} fields stand side by side, not {row.Keys.Count}.", Number(FormRow.MaxKeys), Number(row.Keys.Count));

    public static PublishingProblem LayoutFieldUnknown(string key) =>
        Warning("workflow.layout_field_unknown", $"The form has a place for “{key}”, which is no field.", key);

    public static PublishingProblem PlacedTwice(string key) =>
        Error("workflow.field_placed_twice", $"“{key}” stands twice on the form; leave it in one place.", key);

    public static PublishingProblem TableWithoutColumns(FormField table) =>
        Error("workflow.table_without_columns", $"Give the table “{table.Name}” 1 to {FormRules.MaxColumns} columns.", table.Name.Text, Number(FormRules.MaxColumns)).Of(table.Key);

    public static PublishingProblem ColumnTypeNotHere(FormField table, FormField column) => Error(
        "workflow.column_type_not_here", $"The column “{column.Name}” of “{table.Name}” cannot hold files or another table.", column.Name.Text, table.Name.Text).Of(table.Key);

    public static PublishingProblem ColumnDuplicate(FormField table, string key) =>
        Error("workflow.column_key_duplicate", $"Two columns of “{table.Name}” have the key “{key}”.", table.Name.Text, key).Of(table.Key);
}
