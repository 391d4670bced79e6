using System.Globalization;
using LoonFlow.Domain.Forms;
using LoonFlow.Web.Resources;
using Microsoft.Extensions.Localization;

namespace LoonFlow.Web.Features.Tickets.Forms;

/// <summary>How a value reads in a sentence or a list: choices and yes or no by their captions, times in the installation's zone.</summary>
public static class FieldReading
{
    public static string Of(FormField? field, FieldValue value, TimeZoneInfo zone, TimeZoneInfo? reader, IStringLocalizer<FormsTexts> texts) => value switch
    {
        FieldValue.Text text => field is { TakesChoices: true } ? Choice(field, text.Value) : text.Value,
        FieldValue.Texts several => string.Join(texts["ListSeparator"], several.Values.Select(key => Choice(field, key))),
        FieldValue.Integer integer => integer.Value.ToString("N0", CultureInfo.CurrentCulture),
        FieldValue.Decimal number => number.Value.ToString(Grouped(number.Value), CultureInfo.CurrentCulture),
        FieldValue.Boolean { Value: true } => field?.TrueCaption is { IsEmpty: false } yes ? yes.ForReader() : texts["Yes"],
        FieldValue.Boolean => field?.FalseCaption is { IsEmpty: false } no ? no.ForReader() : texts["No"],
        FieldValue.Date date => date.Value.ToString(texts["DateFormat"], CultureInfo.CurrentCulture),
        FieldValue.Moment moment => Moment(moment.Value, zone, reader, texts),
        FieldValue.Files files => string.Join(texts["ListSeparator"], files.Values.Select(file => file.Name)),
        _ => string.Empty,
    };

    public static string Choice(FormField? field, string key) => field?.Choices.FirstOrDefault(choice => choice.Key == key)?.Name.ForReader() ?? key;

    private static string Moment(DateTimeOffset at, TimeZoneInfo zone, TimeZoneInfo? reader, IStringLocalizer<FormsTexts> texts)
    {
        var time = TimeZoneInfo.ConvertTime(at, zone).ToString(texts["MomentFormat"], CultureInfo.CurrentCulture);

        return ZoneNotes.For(zone, reader, at) is { } offset ? $"{time} ({offset})" : time;
    }

    // As many decimals as were typed: 1,250.50 stays money.
    private static string Grouped(decimal number) => $"N{number.Scale}";
}
