using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using LoonFlow.Domain.Forms;

namespace LoonFlow.Web.Features.Tickets.Forms;

/// <summary>Between what people type into a control and the value that it means. Independent of the reader's language.</summary>
public static partial class FieldText
{
    private const string DateFormat = "yyyy-MM-dd";
    private const string MomentFormat = "yyyy-MM-ddTHH:mm";

    private static readonly string[] MomentFormats =
        [MomentFormat, "yyyy-MM-ddTHH:mm:ss", "yyyy-MM-dd HH:mm", "yyyy-MM-dd HH:mm:ss", DateFormat];

    /// <summary>The whole number that was typed; groups of three and full-width digits are understood.</summary>
    public static FieldValue? Integer(string typed) =>
        Plain(typed) is { } plain && long.TryParse(plain, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? new FieldValue.Integer(number)
            : null;

    /// <summary>The number that was typed. "1,250.5" is read; "12,5" is not, because half the world means 12.5 by it.</summary>
    public static FieldValue? Decimal(string typed) =>
        Plain(typed) is { } plain
        && decimal.TryParse(plain, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            ? new FieldValue.Decimal(number)
            : null;

    public static FieldValue? Date(string typed) =>
        DateOnly.TryParseExact(typed.Trim(), DateFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? new FieldValue.Date(date)
            : null;

    /// <summary>The moment that a wall clock in the zone shows as typed.</summary>
    public static FieldValue? Moment(string typed, TimeZoneInfo zone) =>
        DateTime.TryParseExact(typed.Trim(), MomentFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local)
        && local.Year is > 1 and < 9999
            ? new FieldValue.Moment(new DateTimeOffset(local, zone.GetUtcOffset(local)).ToUniversalTime())
            : null;

    /// <summary>The text that a control shows for a value.</summary>
    public static string Show(FieldValue? value, TimeZoneInfo zone) => value switch
    {
        FieldValue.Text text => text.Value,
        FieldValue.Integer integer => integer.Value.ToString(CultureInfo.InvariantCulture),
        FieldValue.Decimal number => number.Value.ToString(CultureInfo.InvariantCulture),
        FieldValue.Date date => date.Value.ToString(DateFormat, CultureInfo.InvariantCulture),
        FieldValue.Moment moment => TimeZoneInfo.ConvertTime(moment.Value, zone).ToString(MomentFormat, CultureInfo.InvariantCulture),
        _ => string.Empty,
    };

    // Chinese input methods write １２．５ and 12。5; both mean 12.5.
    private static string? Plain(string typed)
    {
        var number = typed.Normalize(NormalizationForm.FormKC).Replace('。', '.').Trim();

        return Number().IsMatch(number) ? number.Replace(",", string.Empty, StringComparison.Ordinal) : null;
    }

    [GeneratedRegex(@"^[+-]?([0-9]+|[0-9]{1,3}(,[0-9]{3})+)(\.[0-9]+)?$")]
    private static partial Regex Number();
}
