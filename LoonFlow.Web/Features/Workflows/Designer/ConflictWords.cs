using LoonFlow.Domain.Common;
using LoonFlow.Domain.Workflows.Changes;
using LoonFlow.Web.Data.Json;
using LoonFlow.Web.Resources;
using Microsoft.Extensions.Localization;

namespace LoonFlow.Web.Features.Workflows.Designer;

/// <summary>What two designers edited differently, in words; a value that has none is shown as it is stored.</summary>
internal sealed class ConflictWords(IStringLocalizer<DesignerTexts> texts)
{
    private const int LongestValue = 300;

    public string Of(MergeConflict conflict)
    {
        var element = texts[$"Element{conflict.Place.Element.Kind}", conflict.Name.ForReader()].Value;
        var property = texts[$"Property.{conflict.Place.Property}"] is { ResourceNotFound: false } known ? known.Value : conflict.Place.Property;

        return conflict.Place.Property.Length == 0 ? element : conflict.Place.Key.Length == 0 ? $"{element} · {property}" : $"{element} · {property} · {conflict.Place.Key}";
    }

    public string Value(MergePlace place, object? value) => value switch
    {
        null => texts[place.Property.Length == 0 ? "Removed" : "Nothing"],
        _ when place.Property.Length == 0 => texts["Edited"],
        Caption caption => caption.English is { Length: > 0 } english ? $"{caption.Text} / {english}" : caption.Text,
        string text => text,
        bool yes => texts[yes ? "Yes" : "No"],
        _ => Domain.Forms.TemplateText.Cut(DomainJson.Write(value), LongestValue),
    };
}
