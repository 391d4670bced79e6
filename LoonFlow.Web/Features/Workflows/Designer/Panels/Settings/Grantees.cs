using System.Globalization;
using LoonFlow.Domain.Organization;
using LoonFlow.Domain.Participants;
using LoonFlow.Web.Controls;
using LoonFlow.Web.Resources;
using Microsoft.Extensions.Localization;

namespace LoonFlow.Web.Features.Workflows.Designer.Panels.Settings;

/// <summary>Everybody and everything that a permission may be granted to, as items of one picker.</summary>
internal static class Grantees
{
    public static IReadOnlyList<ComboboxItem> Of(Company company, IStringLocalizer<PanelTexts> texts) =>
    [
        .. company.Users.OrderByDescending(user => user.IsActive).ThenBy(user => user.Name, StringComparer.CurrentCulture).Select(user =>
            new ComboboxItem(Key(Participant.Of(user.Id)), user.Name, user.IsActive ? user.UserName : texts["Inactive", user.UserName]) { Mark = PeopleItems.Initial(user.Name) }),
        .. company.Departments.Select(department => new ComboboxItem(Key(Participant.Of(department.Id)), department.Name, texts["IsDepartment"])),
        .. company.Roles.Select(role => new ComboboxItem(Key(Participant.Of(role.Id)), role.Name, texts["IsRole"])),
    ];

    public static string Key(Participant who) => string.Create(CultureInfo.InvariantCulture, $"{(int)who.Kind}:{who.Key}");

    public static Participant Who(string key)
    {
        var colon = key.IndexOf(':', StringComparison.Ordinal);

        return new Participant((ParticipantKind)int.Parse(key.AsSpan(0, colon), CultureInfo.InvariantCulture), long.Parse(key.AsSpan(colon + 1), CultureInfo.InvariantCulture));
    }
}
