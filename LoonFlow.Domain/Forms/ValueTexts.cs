using System.Globalization;
using LoonFlow.Domain.Common;
using LoonFlow.Domain.Organization;

namespace LoonFlow.Domain.Forms;

/// <summary>
/// How a value reads in titles, notices and lists: choices and yes or no by their captions, people by their names,
/// files by theirs. Numbers and dates in the same plain form for everybody.
/// </summary>
public static class ValueTexts
{
    private const string BetweenCells = " · ";

    private static readonly Caption Yes = new("是", "Yes");
    private static readonly Caption No = new("否", "No");
    private static readonly Caption Separator = new("、", ", ");
    private static readonly Caption BetweenRows = new("；", "; ");

    /// <param name="field">The field that holds it; null where it is not one of the workflow's.</param>
    /// <param name="value">What it holds; nothing reads as nothing.</param>
    /// <param name="language">The reader's language (a two-letter ISO 639-1 code).</param>
    /// <param name="zone">The zone in which moments are told.</param>
    /// <param name="company">Who bears which name.</param>
    public static string Of(FormField? field, FieldValue? value, string language, TimeZoneInfo zone, Company company) => value switch
    {
        FieldValue.Text text => Word(field, text.Value, language, company),
        FieldValue.Texts several => Joined(several.Values.Select(text => Word(field, text, language, company)), language),
        FieldValue.Integer integer => integer.Value.ToString(CultureInfo.InvariantCulture),
        FieldValue.Decimal number => number.Value.ToString(CultureInfo.InvariantCulture),
        FieldValue.Boolean boolean => Answer(field, boolean.Value, language),
        FieldValue.Date date => date.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        FieldValue.Moment moment => TimeZoneInfo.ConvertTime(moment.Value, zone).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture),
        FieldValue.Files files => Joined(files.Values.Select(file => file.Name), language),
        FieldValue.Rows rows => string.Join(BetweenRows.In(language), rows.Values.Select(row => Row(field, row, language, zone, company))),
        _ => string.Empty,
    };

    /// <summary>One row of a table in one line: its cells in the order of the columns, those that are empty left out.</summary>
    public static string Row(FormField? table, FieldValues row, string language, TimeZoneInfo zone, Company company) => string.Join(
        BetweenCells,
        (table?.Columns ?? []).Where(column => row[column.Key] is not null).Select(column => Of(column, row[column.Key], language, zone, company)));

    /// <summary>What people read for a choice's key; the key itself where it is no longer a choice.</summary>
    public static string Choice(FormField? field, string key, string language) =>
        field?.Choices.FirstOrDefault(choice => choice.Key == key)?.Name.In(language) ?? key;

    /// <summary>How yes or no reads in this field.</summary>
    public static string Answer(FormField? field, bool value, string language) => value
        ? (field?.TrueCaption is { IsEmpty: false } yes ? yes : Yes).In(language)
        : (field?.FalseCaption is { IsEmpty: false } no ? no : No).In(language);

    public static string Joined(IEnumerable<string> texts, string language) => string.Join(Separator.In(language), texts);

    private static string Word(FormField? field, string text, string language, Company company) => field switch
    {
        { TakesChoices: true } => Choice(field, text, language),
        { TakesPeople: true } => company.UserNamed(text)?.Name ?? text,
        _ => text,
    };
}
