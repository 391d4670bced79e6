using System.Globalization;
using LoonFlow.Web.Resources;
using Microsoft.Extensions.Localization;
using Radzen;

namespace LoonFlow.Web.Controls;

/// <summary>Radzen speaks no Chinese by itself; what is not in our texts stays as Radzen says it.</summary>
internal sealed class RadzenLocalizer(IStringLocalizer<RadzenTexts> texts) : ILocalizer
{
    public string? Get(string key, CultureInfo culture) => texts[key] is { ResourceNotFound: false } text ? text.Value : null;
}
