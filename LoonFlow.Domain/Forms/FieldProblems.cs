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

    /// <summary>What is wrong with a value that is not empty; null when nothing is.</summary>
    internal static FieldProblem? WithValue(FormField field, FieldValue value, DecisionFacts facts) => (field.Type, value) switch
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
        _ => "text",
    };
}
