using System.Globalization;
using LoonFlow.Domain.Common;

namespace LoonFlow.Web.Api;

/// <summary>What may be wrong with one parameter or member of a request.</summary>
internal static class ApiProblems
{
    public static FieldProblem Missing(string key) => new(key, "api.member_missing", $"“{key}” is missing.") { Arguments = [key] };

    public static FieldProblem NotANumber(string key) => new(key, "api.member_not_a_number", $"“{key}” takes a whole number.") { Arguments = [key] };

    public static FieldProblem NotText(string key) => new(key, "api.member_not_text", $"“{key}” takes a text.") { Arguments = [key] };

    public static FieldProblem TooLong(string key, int most) =>
        new(key, "api.member_too_long", $"“{key}” takes at most {Number(most)} characters.") { Arguments = [key, Number(most)] };

    public static FieldProblem NotAFlag(string key) => new(key, "api.member_not_a_flag", $"“{key}” takes 1 or 0, true or false.") { Arguments = [key] };

    public static FieldProblem NotATime(string key) =>
        new(key, "api.member_not_a_time", $"“{key}” takes a time such as 2026-03-02 16:00:00, or a day.") { Arguments = [key] };

    public static FieldProblem NotIds(string key) => new(key, "api.member_not_ids", $"“{key}” takes whole numbers, separated by commas.") { Arguments = [key] };

    public static FieldProblem TooManyIds(string key, int most) =>
        new(key, "api.member_too_many_ids", $"“{key}” takes at most {Number(most)} ids at once.") { Arguments = [key, Number(most)] };

    public static FieldProblem NotAnObject(string key) => new(key, "api.member_not_an_object", $"“{key}” takes a JSON object.") { Arguments = [key] };

    public static FieldProblem NotOneOf(string key, IEnumerable<string> words) =>
        new(key, "api.member_not_one_of", $"“{key}” takes one of: {string.Join(", ", words)}.") { Arguments = [key, string.Join(", ", words)] };

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
