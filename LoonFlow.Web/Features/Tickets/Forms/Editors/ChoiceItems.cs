using LoonFlow.Domain.Forms;
using LoonFlow.Web.Controls;

namespace LoonFlow.Web.Features.Tickets.Forms.Editors;

internal static class ChoiceItems
{
    /// <summary>What may be chosen, and what once was and no longer may: it must be seen to be replaced.</summary>
    public static IReadOnlyList<ComboboxItem> Of(FormField field, IReadOnlyList<string> chosen) =>
    [
        .. field.Choices.Select(choice => new ComboboxItem(choice.Key, choice.Name.ForReader()) { AlsoFound = $"{choice.Name.Text} {choice.Name.English}" }),
        .. chosen.Where(key => field.Choices.All(choice => choice.Key != key)).Select(key => new ComboboxItem(key, key)),
    ];
}
