using LoonFlow.Domain.Access;
using LoonFlow.Domain.Common;
using LoonFlow.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace LoonFlow.Web.Features.Applications;

/// <summary>Makes a person's own token good for nothing from now on.</summary>
public sealed record RevokePersonalToken(long Token);

public sealed class RevokePersonalTokenHandler(LoonFlowDb db)
{
    public async Task<Result<long>> HandleAsync(RevokePersonalToken command, Actor actor, CancellationToken ct)
    {
        if (actor is not Actor.Person { Through: null } person)
        {
            return PersonalTokenRefusals.NotOwn;
        }

        if (await db.PersonalTokens.SingleOrDefaultAsync(row => row.Id == command.Token && row.UserId == person.Id.Value, ct) is not { } token)
        {
            return PersonalTokenRefusals.Unknown;
        }

        db.PersonalTokens.Remove(token);

        return token.Id;
    }
}
