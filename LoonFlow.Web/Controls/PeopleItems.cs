using System.Globalization;
using System.Runtime.CompilerServices;
using LoonFlow.Domain.Organization;

namespace LoonFlow.Web.Controls;

/// <summary>Active people as items of a picker. Made once for each state of the company, whoever looks at it.</summary>
internal static class PeopleItems
{
    private static readonly ConditionalWeakTable<Company, IReadOnlyList<ComboboxItem>> Known = [];

    public static IReadOnlyList<ComboboxItem> Of(Company company) => Known.GetValue(company, Make);

    /// <summary>One Chinese character or one Latin letter; a surrogate pair stays whole.</summary>
    public static string Initial(string name) => name.Length == 0 ? "?" : StringInfo.GetNextTextElement(name).ToUpperInvariant();

    private static ComboboxItem[] Make(Company company) =>
        [.. company.Users.Where(user => user.IsActive).OrderBy(user => user.Name, StringComparer.Ordinal).Select(user => Item(user, company))];

    private static ComboboxItem Item(User user, Company company)
    {
        var department = user.Department is { } id ? company.Department(id)?.Name : null;

        return new ComboboxItem(user.UserName, user.Name, department is null ? user.UserName : $"{user.UserName} · {department}")
        {
            Mark = Initial(user.Name),
        };
    }
}
