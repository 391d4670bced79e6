using LoonFlow.Domain.Organization;
using LoonFlow.Web.Identity;

namespace LoonFlow.Web.Import.People;

/// <summary>People. Whoever has the user name of somebody who is here already is that person, who is kept as they are.</summary>
internal sealed class PersonReading(SourceRows source, ImportedIds ids, UserNames names, ImportedMaking making)
{
    private readonly List<(SourceRow Row, long Id, string UserName)> _accepted = [];
    private readonly Dictionary<string, SourceRow> _first = new(StringComparer.Ordinal);

    public void Accept()
    {
        foreach (var row in source[SourceTable.People])
        {
            // Not cut: longer names may differ only in what a cut would take away.
            var userName = row.Text("username", int.MaxValue);

            if (!ids.Knows(row))
            {
                Accept(row, userName);
            }

            _first.TryAdd(UserNames.Normalized(userName), row);
        }
    }

    public IReadOnlyList<UserAccount> Read() => [.. _accepted.Select(accepted => making.Of(accepted.Row, Account(accepted.Row, accepted.Id, accepted.UserName)))];

    private void Accept(SourceRow row, string userName)
    {
        if (userName.Length is 0 or > User.MaxUserNameLength)
        {
            row.Skip(userName.Length == 0 ? "it has no user name" : $"its user name has {userName.Length} characters and may have {User.MaxUserNameLength}");
        }
        else if (UserNames.IsEngine(userName))
        {
            row.Skip($"{UserNames.Engine} is LoonFlow itself, not a person");
        }
        else if (_first.TryGetValue(UserNames.Normalized(userName), out var same))
        {
            row.Skip($"“{userName}” is the user name of row {same.Id} as well, because capital letters make no difference");
        }
        else if (names.Find(userName) is { } here)
        {
            row.Note($"somebody with the user name “{userName}” is here already", "they are the same person and were kept as they are");
            ids.Recognise(row, here);
        }
        else
        {
            var id = ids.Accept(row);
            names.Add(userName, id);
            _accepted.Add((row, id, userName));
        }
    }

    private UserAccount Account(SourceRow row, long id, string userName)
    {
        var email = row.Text("email", User.MaxEmailLength);

        return new UserAccount
        {
            Id = id,
            UserName = userName,
            NormalizedUserName = UserNames.Normalized(userName),
            Name = row.IsBlank("alias") ? userName : row.Text("alias", User.MaxNameLength),
            Email = email,
            NormalizedEmail = email.ToUpperInvariant(),
            PhoneNumber = row.Text("phone", User.MaxPhoneLength),
            DepartmentId = Department(row),
            IsActive = row.Flag("is_active", otherwise: true),
            IsAdministrator = row.Flag("is_admin", otherwise: false),
            PasswordHash = Hash(row, userName),
            SecurityStamp = Guid.NewGuid().ToString("N"),
            LockoutEnabled = true,
        };
    }

    private long? Department(SourceRow row)
    {
        var department = row.Number("dept_id");

        if (department != 0 && ids.Find(SourceTable.Departments, department) is null)
        {
            row.Note($"its department {department} is unknown or deleted", "the person is in no department");
        }

        return department == 0 ? null : ids.Find(SourceTable.Departments, department);
    }

    private static string? Hash(SourceRow row, string userName)
    {
        var password = row.Text("password", int.MaxValue);

        if (DjangoPasswordHash.IsDjangoHash(password))
        {
            return password;
        }

        row.Note($"the password of {userName} is not a hash that can be verified", "it must be reset");

        return null;
    }
}
