using System.Globalization;

namespace LoonFlow.Domain.Conditions;

/// <summary>Every way in which a text can fail to be a condition.</summary>
public static class ConditionProblems
{
    public static ConditionProblem Blank() => new(0, "condition.blank", "Write a condition.");

    public static ConditionProblem FormulaBlank() => new(0, "condition.formula_blank", "Write a formula.");

    public static ConditionProblem TooLong(int limit) => Of(limit, "condition.too_long", $"A condition has at most {limit} characters.", limit.ToString(CultureInfo.InvariantCulture));

    public static ConditionProblem TooDeep(int position, int limit) => Of(position, "condition.too_deep", $"Conditions nest at most {limit} deep.", limit.ToString(CultureInfo.InvariantCulture));

    public static ConditionProblem TextUnclosed(int position) => Of(position, "condition.text_unclosed", "The closing quote of this text is missing.");

    public static ConditionProblem FieldUnclosed(int position) => Of(position, "condition.field_unclosed", "The closing brace of this field is missing.");

    public static ConditionProblem FieldUnnamed(int position) => Of(position, "condition.field_unnamed", "Name a field between the braces.");

    public static ConditionProblem NumberUnreadable(int position, string found) => Of(position, "condition.number_unreadable", $"\"{found}\" is no number, or is too large.", found);

    public static ConditionProblem CharacterUnknown(int position, string found) => Of(position, "condition.character_unknown", $"\"{found}\" means nothing here.", found);

    public static ConditionProblem ValueExpected(int position, string found) => Of(position, "condition.value_expected", $"A field, a number or a text is expected instead of {Shown(found)}.", found);

    public static ConditionProblem ComparisonExpected(int position) => Of(position, "condition.comparison_expected", "Say what this is compared with, for example: == true.");

    public static ConditionProblem ConditionMisplaced(int position) => Of(position, "condition.condition_misplaced", "A comparison cannot be a value of another one.");

    public static ConditionProblem FieldExpected(int position) => Of(position, "condition.field_expected", "Only a field can be empty.");

    public static ConditionProblem TokenExpected(int position, string expected, string found) =>
        Of(position, "condition.token_expected", $"\"{expected}\" is expected instead of {Shown(found)}.", expected, found);

    public static ConditionProblem Leftover(int position, string found) => Of(position, "condition.leftover", $"\"and\" or \"or\" is expected before \"{found}\".", found);

    public static ConditionProblem FormulaLeftover(int position, string found) =>
        Of(position, "condition.formula_leftover", $"One of + - * / is expected before \"{found}\".", found);

    private static string Shown(string found) => found.Length == 0 ? "the end" : $"\"{found}\"";

    private static ConditionProblem Of(int position, string code, string message, params string[] arguments) => new(position, code, message) { Arguments = arguments };
}
