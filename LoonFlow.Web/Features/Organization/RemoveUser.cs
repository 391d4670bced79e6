using LoonFlow.Domain.Access;
using LoonFlow.Domain.Common;
using LoonFlow.Domain.Organization;
using LoonFlow.Web.Data;
using LoonFlow.Web.Identity;
using Microsoft.EntityFrameworkCore;

namespace LoonFlow.Web.Features.Organization;

/// <summary>
/// Somebody has left: they cannot sign in or act any more. Their user name and their history stay, and what waits for
/// them goes on without them as soon as <see cref="Timers.DepartedPeople"/> has looked.
/// </summary>
public sealed record RemoveUser(UserId Person);

public sealed class RemoveUserHandler(LoonFlowDb db, DirectoryDesk desk)
{
    public async Task<Result<UserId>> HandleAsync(RemoveUser command, Actor actor, CancellationToken ct)
    {
        var company = await desk.OpenAsync(actor, ct);

        if (!company.Succeeded)
        {
            return company.Refusal;
        }

        var gone = PersonRules.Remove(company.Value, actor, command.Person);

        if (!gone.Succeeded)
        {
            return gone.Refusal;
        }

        var row = await db.Users.SingleAsync(user => user.Id == command.Person.Value, ct);
        row.Take(gone.Value);
        desk.Sign(row, actor);

        return command.Person;
    }
}
