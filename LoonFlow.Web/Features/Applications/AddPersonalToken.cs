using System.Globalization;
using LoonFlow.Domain.Access;
using LoonFlow.Domain.Common;
using LoonFlow.Web.Data;
using LoonFlow.Web.Data.Rows;
using LoonFlow.Web.Features.Organization;
using Microsoft.EntityFrameworkCore;

namespace LoonFlow.Web.Features.Applications;

/// <summary>Makes a token with which a person's own programs call as that person.</summary>
/// <param name="Name">What its owner knows it by.</param>
/// <param name="Scopes">What it is for.</param>
/// <param name="ExpiresAt">Not good from then on; null where no moment was understood.</param>
public sealed record AddPersonalToken(string Name, TokenScopes Scopes, DateTimeOffset? ExpiresAt);

public sealed class AddPersonalTokenHandler(LoonFlowDb db, CompanyStore companies, TimeProvider clock)
{
    public async Task<Result<NewSecret>> HandleAsync(AddPersonalToken command, Actor actor, CancellationToken ct)
    {
        if (actor is not Actor.Person { Through: null } person || person.AsKnownBy(await companies.GetAsync(ct)) is null)
        {
            return PersonalTokenRefusals.NotOwn;
        }

        var now = clock.GetUtcNow();
        var problems = PersonalTokenRules.Problems(command.Name, command.Scopes, command.ExpiresAt, now);

        if (problems is not [])
        {
            return PersonalTokenRefusals.NotValid with { Fields = problems };
        }

        // Two windows at once would each find room for one more.
        await db.LockAsync(string.Create(CultureInfo.InvariantCulture, $"tokens {person.Id.Value}"), ct);

        if (await db.PersonalTokens.CountAsync(row => row.UserId == person.Id.Value && row.ExpiresAt > now, ct) >= PersonalTokenRules.MostOfAPerson)
        {
            return PersonalTokenRefusals.TooMany;
        }

        var text = ApplicationSecrets.New(ApplicationSecrets.PersonalPrefix);
        db.PersonalTokens.Add(new PersonalTokenRow
        {
            UserId = person.Id.Value,
            Name = command.Name.Trim(),
            Scopes = command.Scopes,
            Hash = ApplicationSecrets.HashOf(text),
            Hint = ApplicationSecrets.HintOf(text),
            CreatedAt = now,
            ExpiresAt = command.ExpiresAt!.Value,
        });

        return new NewSecret { Text = text };
    }
}
