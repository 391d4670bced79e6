using System.Globalization;
using LoonFlow.Domain.Common;
using LoonFlow.Domain.Tickets;

namespace LoonFlow.Domain.Forms;

/// <summary>Everything that can be wrong with what was filled in, each with its stable code and its cure.</summary>
public static class FieldProblems
{
    public static FieldProblem Missing(FormField field) =>
        new(field.Key, "field.required", $"{field.Name} is required.") { Arguments = [field.Name.Text] };

    public static FieldProblem WrongType(FormField field) =>
        new(field.Key, "field.wrong_type", $"{field.Name} takes {Expected(field.Type)}.") { Arguments = [field.Name.Text] };

    public static FieldProblem TooLong(FormField field, int limit) =>
        new(field.Key, "field.too_long", $"{field.Name} takes at most {limit} characters.")
        {
            Arguments = [field.Name.Text, limit.ToString(CultureInfo.InvariantCulture)],
        };

    public static FieldProblem TooMany(FormField field, int limit) =>
        new(field.Key, "field.too_many", $"{field.Name} takes at most {limit} entries.")
        {
            Arguments = [field.Name.Text, limit.ToString(CultureInfo.InvariantCulture)],
        };

    public static FieldProblem NotAChoice(FormField field, string choice) =>
        new(field.Key, "field.not_a_choice", $"{field.Name}: “{choice}” is not one of the choices.") { Arguments = [field.Name.Text, choice] };

    public static FieldProblem UnknownPerson(FormField field, string userName) =>
        new(field.Key, "field.unknown_person", $"{field.Name}: there is no active person “{userName}”.") { Arguments = [field.Name.Text, userName] };

    public static FieldProblem UnknownFile(FormField field, string name) =>
        new(field.Key, "field.unknown_file", $"{field.Name}: the file “{name}” was not found; upload it again.") { Arguments = [field.Name.Text, name] };

    public static FieldProblem TooSmall(FormField field, decimal least) =>
        new(field.Key, "field.too_small", $"{field.Name} is at least {Number(least)}.") { Arguments = [field.Name.Text, Number(least)] };

    public static FieldProblem TooLarge(FormField field, decimal most) =>
        new(field.Key, "field.too_large", $"{field.Name} is at most {Number(most)}.") { Arguments = [field.Name.Text, Number(most)] };

    public static FieldProblem TooShort(FormField field, int least) =>
        new(field.Key, "field.too_short", $"{field.Name} takes at least {least} characters.") { Arguments = [field.Name.Text, Number(least)] };

    public static FieldProblem WrongForm(FormField field, Caption? hint) =>
        new(field.Key, "field.wrong_form", hint is { IsEmpty: false } ? $"{field.Name}: {hint}" : $"{field.Name} is not written in the form that is asked for.")
        {
            Arguments = [field.Name.Text],
            Said = hint,
        };

    public static FieldProblem NotOffered(FormField field, string choice, string parent) =>
        new(field.Key, "field.not_offered", $"{field.Name}: “{choice}” cannot be chosen beside what is chosen in “{parent}”.") { Arguments = [field.Name.Text, choice, parent] };

    public static FieldProblem CheckFailed(FormField field, Caption message) =>
        new(field.Key, "field.check_failed", $"{field.Name}: {message}") { Arguments = [field.Name.Text], Said = message };

    /// <summary>The same problem in one cell of a table.</summary>
    /// <param name="table">The table.</param>
    /// <param name="row">Counted from 1.</param>
    /// <param name="column">The column.</param>
    /// <param name="problem">What is wrong there.</param>
    public static FieldProblem InCell(FormField table, int row, FormField column, FieldProblem problem) => problem with
    {
        Key = table.Key,
        Message = $"{table.Name}, row {row}: {problem.Message}",
        Cell = new CellPlace(row, column.Key, column.Name),
    };

    /// <summary>What is wrong with a value that is not empty; null when nothing is.</summary>
    internal static FieldProblem? WithValue(FormField field, FieldValue value, DecisionFacts facts) => OfType(field, value, facts) ?? WithRules(field, value);

    /// <summary>The same in a cell, which holds less text.</summary>
    internal static FieldProblem? WithCell(FormField column, FieldValue value, DecisionFacts facts) =>
        value is FieldValue.Text text && Length(column, text.Value, FormRules.MaxTextLength) is { } problem ? problem : WithValue(column, value, facts);

    /// <summary>What of the field's own rules a value breaks; null when none.</summary>
    public static FieldProblem? WithRules(FormField field, FieldValue value) => (field.Limits, value) switch
    {
        ({ Min: { } least }, FieldValue.Integer number) when number.Value < least => TooSmall(field, least),
        ({ Min: { } least }, FieldValue.Decimal number) when number.Value < least => TooSmall(field, least),
        ({ Max: { } most }, FieldValue.Integer number) when number.Value > most => TooLarge(field, most),
        ({ Max: { } most }, FieldValue.Decimal number) when number.Value > most => TooLarge(field, most),
        (_, FieldValue.Text text) when field.Type is FieldType.Text or FieldType.TextArea => WithRules(field, text.Value),
        _ => null,
    };

    /// <summary>The choice that is not offered beside what else is chosen; null when all are.</summary>
    internal static FieldProblem? NotOffered(FormField field, FieldValue value, Func<string, FieldValue?> valueOf)
    {
        if (field.CascadesFrom is not { } parent || !field.TakesChoices)
        {
            return null;
        }

        var offered = CascadeRules.Offered(field, valueOf);

        return CascadeRules.Chosen(value).FirstOrDefault(key => offered.All(choice => choice.Key != key)) is { } unfit ? NotOffered(field, unfit, parent) : null;
    }

    private static FieldProblem? WithRules(FormField field, string text) => field.Limits switch
    {
        { MinLength: { } least } when text.Length < least => TooShort(field, least),
        { MaxLength: { } most } when text.Length > most => TooLong(field, most),
        { Pattern: { Length: > 0 } pattern } when !ValuePatterns.Matches(pattern, text) => WrongForm(field, field.Limits.PatternHint),
        _ => null,
    };

    private static FieldProblem? OfType(FormField field, FieldValue value, DecisionFacts facts) => (field.Type, value) switch
    {
        (FieldType.Text, FieldValue.Text text) => Length(field, text.Value, field.Key == BuiltInField.Title ? Ticket.MaxTitleLength : FormRules.MaxTextLength),
        (FieldType.TextArea, FieldValue.Text text) => Length(field, text.Value, FormRules.MaxTextAreaLength),
        (FieldType.Integer, FieldValue.Integer) => null,
        (FieldType.Decimal, FieldValue.Decimal or FieldValue.Integer) => null,
        (FieldType.Boolean, FieldValue.Boolean) => null,
        (FieldType.Date, FieldValue.Date) => null,
        (FieldType.DateTime, FieldValue.Moment) => null,
        (FieldType.Radio or FieldType.Select, FieldValue.Text text) => Choices(field, [text.Value]),
        (FieldType.Checkbox or FieldType.MultiSelect, FieldValue.Texts texts) => Choices(field, texts.Values),
        (FieldType.User, FieldValue.Text text) => People(field, [text.Value], facts),
        (FieldType.Users, FieldValue.Texts texts) => People(field, texts.Values, facts),
        (FieldType.Attachment, FieldValue.Files files) => Files(field, files.Values, facts),
        (FieldType.Table, FieldValue.Rows rows) => TableRules.Problems(field, rows, requiresFields: false, _ => null, facts).FirstOrDefault(),
        _ => WrongType(field),
    };

    private static FieldProblem? Length(FormField field, string text, int limit) => text.Length > limit ? TooLong(field, limit) : null;

    private static FieldProblem? Choices(FormField field, IReadOnlyList<string> chosen) =>
        chosen.FirstOrDefault(key => field.Choices.All(choice => choice.Key != key)) is { } unknown ? NotAChoice(field, unknown) : null;

    private static FieldProblem? People(FormField field, IReadOnlyList<string> userNames, DecisionFacts facts) =>
        userNames.Count > FormRules.MaxPeople ? TooMany(field, FormRules.MaxPeople)
        : userNames.FirstOrDefault(name => facts.Company.UserNamed(name) is not { IsActive: true }) is { } unknown ? UnknownPerson(field, unknown)
        : null;

    private static FieldProblem? Files(FormField field, IReadOnlyList<AttachedFile> files, DecisionFacts facts) =>
        files.Count > FormRules.MaxFiles ? TooMany(field, FormRules.MaxFiles)
        : files.FirstOrDefault(file => !facts.UsableFiles.Contains(file.Id)) is { } unknown ? UnknownFile(field, unknown.Name)
        : null;

    private static string Number(decimal number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Expected(FieldType type) => type switch
    {
        FieldType.Integer => "a whole number",
        FieldType.Decimal => "a number",
        FieldType.Boolean => "yes or no",
        FieldType.Date => "a date (YYYY-MM-DD)",
        FieldType.DateTime => "a date and time (YYYY-MM-DD HH:MM:SS)",
        FieldType.Checkbox or FieldType.MultiSelect => "a list of choices",
        FieldType.Users => "a list of people",
        FieldType.Attachment => "uploaded files",
        FieldType.Table => "a list of rows",
        _ => "text",
    };
}
