using LoonFlow.Domain.Access;
using LoonFlow.Domain.Common;
using LoonFlow.Domain.Organization;
using LoonFlow.Web.Data;
using LoonFlow.Web.Identity;
using Microsoft.EntityFrameworkCore;

namespace LoonFlow.Web.Features.Organization;

/// <summary>Adds somebody to the directory, or changes what it says of them. What is null stays as it is.</summary>
public sealed record SaveUser(UserId? Person)
{
    public string? UserName { get; init; }

    public string? Name { get; init; }

    public string? Email { get; init; }

    public string? Phone { get; init; }

    /// <summary>Id 0 is no department.</summary>
    public DepartmentId? Department { get; init; }

    public bool? IsActive { get; init; }

    public bool? IsAdministrator { get; init; }

    /// <summary>Lets somebody new in once, to choose their own; without one they need a temporary password first.</summary>
    public string? Password { get; init; }
}

public sealed class SaveUserHandler(LoonFlowDb db, DirectoryDesk desk)
{
    public async Task<Result<UserId>> HandleAsync(SaveUser command, Actor actor, CancellationToken ct)
    {
        var id = command.Person ?? new UserId(await desk.NewIdAsync(ct));
        var company = await desk.OpenAsync(actor, ct);

        if (!company.Succeeded)
        {
            return company.Refusal;
        }

        var known = company.Value.User(id);

        if (known is null && command.Person is not null)
        {
            return DirectoryRefusals.PersonNotFound;
        }

        var person = PersonRules.Save(company.Value, actor, Wanted(command, known ?? new User { Id = id, UserName = string.Empty, Name = string.Empty }));

        if (WithPassword(command, person.Refusal) is { } refusal)
        {
            return refusal;
        }

        var row = known is null ? db.Users.Add(new UserAccount { Id = id.Value, LockoutEnabled = true }).Entity : await db.Users.SingleAsync(user => user.Id == id.Value, ct);
        row.Take(person.Value);
        desk.Sign(row, actor);

        if (known is null && command.Password is { } password)
        {
            row.GiveTemporaryPassword(TemporaryPasswords.Hash(row, password));
        }

        return id;
    }

    private static User Wanted(SaveUser command, User known) => known with
    {
        UserName = command.UserName ?? known.UserName,
        Name = command.Name ?? known.Name,
        Email = command.Email ?? known.Email,
        Phone = command.Phone ?? known.Phone,
        Department = command.Department is { } department ? (department == default ? null : department) : known.Department,
        IsActive = command.IsActive ?? known.IsActive,
        IsAdministrator = command.IsAdministrator ?? known.IsAdministrator,
    };

    /// <summary>The refusal, with what is wrong with the password of somebody new among the rest.</summary>
    private static Refusal? WithPassword(SaveUser command, Refusal? refusal)
    {
        if (command is not { Person: null, Password: { } password } || PasswordPolicy.Problem(new UserAccount { UserName = command.UserName }, password) is null)
        {
            return refusal;
        }

        var whole = refusal ?? DirectoryRefusals.NotValid;

        return whole with { Fields = [.. whole.Fields, DirectoryProblems.PasswordWeak] };
    }
}
