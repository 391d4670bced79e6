using System.Globalization;
using LoonFlow.Domain.Forms;
using LoonFlow.Domain.Organization;
using LoonFlow.Web.Resources;
using Microsoft.Extensions.Localization;

namespace LoonFlow.Web.Features.Tickets.Forms;

/// <summary>How a value reads on screens: as <see cref="ValueTexts"/> says, but numbers and times in the reader's own way.</summary>
public static class FieldReading
{
    public static string Of(FormField? field, FieldValue value, TimeZoneInfo zone, TimeZoneInfo? reader, Company company, IStringLocalizer<FormsTexts> texts) => value switch
    {
        FieldValue.Integer integer => integer.Value.ToString("N0", CultureInfo.CurrentCulture),
        FieldValue.Decimal number => number.Value.ToString(Grouped(number.Value), CultureInfo.CurrentCulture),
        FieldValue.Date date => date.Value.ToString(texts["DateFormat"], CultureInfo.CurrentCulture),
        FieldValue.Moment moment => Moment(moment.Value, zone, reader, texts),
        _ => ValueTexts.Of(field, value, ReaderLanguage.Current, zone, company),
    };

    private static string Moment(DateTimeOffset at, TimeZoneInfo zone, TimeZoneInfo? reader, IStringLocalizer<FormsTexts> texts)
    {
        var time = TimeZoneInfo.ConvertTime(at, zone).ToString(texts["MomentFormat"], CultureInfo.CurrentCulture);

        return ZoneNotes.For(zone, reader, at) is { } offset ? $"{time} ({offset})" : time;
    }

    // As many decimals as were typed: 1,250.50 stays money.
    private static string Grouped(decimal number) => $"N{number.Scale}";
}
