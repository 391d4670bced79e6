using LoonFlow.Domain.Organization;
using LoonFlow.Web.Data.Rows;

namespace LoonFlow.Web.Import.People;

/// <summary>Roles and who holds them.</summary>
internal sealed class RoleReading(SourceRows source, ImportedIds ids, UserNames names, ImportedMaking making)
{
    public IReadOnlyList<RoleRow> ReadRoles() =>
    [
        .. source[SourceTable.Roles].Where(row => !ids.Knows(row)).Select(row => making.Of(row, new RoleRow
        {
            Id = ids.Accept(row),
            Name = row.Name("name", Role.MaxNameLength),
            Description = row.Text("description", Role.MaxDescriptionLength),
            Label = row.Label("label", Department.MaxLabelLength),
        })),
    ];

    /// <param name="here">Who holds which role already.</param>
    public IReadOnlyList<RoleMemberRow> ReadMembers(IReadOnlyCollection<(long User, long Role)> here)
    {
        var members = new List<RoleMemberRow>();
        var held = here.ToHashSet();

        foreach (var row in source[SourceTable.Memberships].Where(row => !ids.Knows(row)))
        {
            var (userId, roleId) = (row.Number("user_id"), row.Number("role_id"));

            if (source.WasDeleted(SourceTable.People, userId) || source.WasDeleted(SourceTable.Roles, roleId))
            {
                // loonflow leaves the memberships of those whom it deletes.
                row.Count(RowOutcome.Deleted);
            }
            else if (Person(userId) is not { } user)
            {
                row.Skip($"user {userId} is unknown");
            }
            else if (ids.Find(SourceTable.Roles, roleId) is not { } role)
            {
                row.Skip($"role {roleId} is unknown");
            }
            else if (!held.Add((user, role)))
            {
                row.Skip($"user {userId} holds role {roleId} already");
            }
            else
            {
                ids.Accept(row, row.Id);
                members.Add(new RoleMemberRow { UserId = user, RoleId = role });
            }
        }

        return members;
    }

    /// <summary>By the name where the row itself was left out because somebody else has the same one.</summary>
    private long? Person(long userId) =>
        ids.Find(SourceTable.People, userId)
        ?? (source.Find(SourceTable.People, userId) is { } row ? names.Find(row.Text("username", int.MaxValue)) : null);
}
