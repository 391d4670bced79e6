using System.Globalization;
using LoonFlow.Domain.Conditions;
using LoonFlow.Domain.Forms;

namespace LoonFlow.Web.Features.Workflows.Designer.Panels.Conditions;

/// <summary>The values of a row as their inputs show them, and back. A value may be of another type than its field: text is what designers write.</summary>
internal static class ConditionValues
{
    private const string DayFormat = "yyyy-MM-dd";
    private const string MomentFormat = "yyyy-MM-dd'T'HH:mm";

    private static readonly char[] Separators = [',', '，', '、', ';', '；'];

    /// <summary>The key of a choice, person, department or role.</summary>
    public static string Key(FieldValue? value) => value switch
    {
        FieldValue.Text text => text.Value,
        FieldValue.Integer integer => integer.Value.ToString(CultureInfo.InvariantCulture),
        FieldValue.Decimal number => number.Value.ToString(CultureInfo.InvariantCulture),
        FieldValue.Boolean truth => truth.Value ? "true" : "false",
        FieldValue.Date date => date.Value.ToString(DayFormat, CultureInfo.InvariantCulture),
        FieldValue.Moment moment => moment.Value.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture),
        FieldValue.Texts texts => string.Join(", ", texts.Values),
        _ => string.Empty,
    };

    public static string Day(FieldValue? value) => Parsed(value) is { } moment ? moment.ToString(DayFormat, CultureInfo.InvariantCulture) : string.Empty;

    public static string Moment(FieldValue? value) => Parsed(value) is { } moment ? moment.ToString(MomentFormat, CultureInfo.InvariantCulture) : string.Empty;

    public static IReadOnlyList<FieldValue> OfTruth(string? chosen) => bool.TryParse(chosen, out var truth) ? [new FieldValue.Boolean(truth)] : [];

    public static IReadOnlyList<FieldValue> OfDay(string? typed) =>
        DateOnly.TryParseExact(typed, DayFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? [new FieldValue.Date(day)] : [];

    public static IReadOnlyList<FieldValue> OfMoment(string? typed) =>
        DateTimeOffset.TryParse(typed, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment) ? [new FieldValue.Moment(moment)] : [];

    public static string Line(IReadOnlyList<FieldValue> values) => string.Join(", ", values.Select(Key));

    /// <summary>What was typed; null where it is no number and has to be one.</summary>
    public static IReadOnlyList<FieldValue>? OfLine(string typed, SubjectKind kind, bool several)
    {
        string[] parts = several
            ? typed.Split(Separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            : string.IsNullOrWhiteSpace(typed) ? [] : [typed.Trim()];
        FieldValue?[] values = [.. parts.Select(part => kind is SubjectKind.Number or SubjectKind.Total ? Number(part) : new FieldValue.Text(part))];

        return values.Contains(null) ? null : [.. values.Select(value => value!)];
    }

    private static FieldValue? Number(string typed) =>
        long.TryParse(typed, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole) ? new FieldValue.Integer(whole)
        : decimal.TryParse(typed, NumberStyles.Number, CultureInfo.InvariantCulture, out var number) ? new FieldValue.Decimal(number)
        : null;

    private static DateTime? Parsed(FieldValue? value) => value switch
    {
        FieldValue.Date date => date.Value.ToDateTime(TimeOnly.MinValue),
        FieldValue.Moment moment => moment.Value.UtcDateTime,
        FieldValue.Text text when DateTimeOffset.TryParse(text.Value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment) => moment.UtcDateTime,
        _ => null,
    };
}
