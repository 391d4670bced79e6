using System.Globalization;
using LoonFlow.Domain.Forms;
using LoonFlow.Domain.Organization;

namespace LoonFlow.Domain.Conditions;

/// <summary>
/// What conditions may ask about the creator, under keys that no field can have: <c>creator.department in (2, 3)</c>,
/// <c>creator.role == 4</c>. Both are lists of ids; a department counts with everything above it.
/// </summary>
public static class CreatorFacts
{
    public const string Department = "creator.department";
    public const string Role = "creator.role";

    public static bool IsOne(string key) => key is Department or Role;

    /// <summary>The fact of this key; null when it is not one, or there is nothing to say about the person.</summary>
    public static FieldValue? Find(string key, UserId creator, Company company) => key switch
    {
        Department when company.User(creator)?.Department is { } department => Ids(company.WithAncestors(department).Select(id => id.Value)),
        Role when company.User(creator) is { Roles: [_, ..] roles } => Ids(roles.Select(id => id.Value)),
        _ => null,
    };

    /// <summary>Every value that a fact may list.</summary>
    internal static FieldValue All(string key, Company company) => key == Department
        ? Ids(company.Departments.Select(department => department.Id.Value))
        : Ids(company.Roles.Select(role => role.Id.Value));

    private static FieldValue.Texts Ids(IEnumerable<long> ids) => new([.. ids.Select(id => id.ToString(CultureInfo.InvariantCulture))]);
}
