using LoonFlow.Domain.Access;
using LoonFlow.Domain.Common;
using LoonFlow.Domain.Organization;
using LoonFlow.Web.Data;
using LoonFlow.Web.Identity;
using Microsoft.EntityFrameworkCore;

namespace LoonFlow.Web.Features.Organization;

/// <summary>Gives somebody a password that lets them in once, to choose their own.</summary>
public sealed record ResetPassword(UserId Person);

public sealed class ResetPasswordHandler(LoonFlowDb db, DirectoryDesk desk, TemporaryPasswords passwords)
{
    public async Task<Result<SealedPassword>> HandleAsync(ResetPassword command, Actor actor, CancellationToken ct)
    {
        var company = await desk.OpenAsync(actor, ct);

        if (!company.Succeeded)
        {
            return company.Refusal;
        }

        if (PersonRules.WhyNotReset(company.Value, actor, command.Person) is { } refusal)
        {
            return refusal;
        }

        var row = await db.Users.SingleAsync(user => user.Id == command.Person.Value, ct);
        var password = TemporaryPasswords.New();
        row.GiveTemporaryPassword(TemporaryPasswords.Hash(row, password));
        row.EndSessions();
        desk.Sign(row, actor);

        return passwords.Seal(password);
    }
}
