using LoonFlow.Domain.Access;
using LoonFlow.Domain.Common;
using LoonFlow.Web.Data;
using LoonFlow.Web.Features.Settings;
using Microsoft.EntityFrameworkCore;

namespace LoonFlow.Web.Features.Applications;

/// <summary>Makes a secret, beside at most one other of its kind, so that the old one goes on working until callers know the new one.</summary>
/// <param name="Application">Whose.</param>
/// <param name="IsForSigning">For signing requests; otherwise a bearer token.</param>
/// <param name="ExpiresAt">Not good from then on; null has no end.</param>
public sealed record AddApplicationSecret(ApplicationId Application, bool IsForSigning, DateTimeOffset? ExpiresAt = null);

public sealed class AddApplicationSecretHandler(LoonFlowDb db, SettingsAccess access, ApplicationSecrets secrets, TimeProvider clock)
{
    internal const int MostOfAKind = 2;

    private static readonly TimeSpan Longest = TimeSpan.FromDays(3_660);

    public async Task<Result<NewSecret>> HandleAsync(AddApplicationSecret command, Actor actor, CancellationToken ct)
    {
        if (await access.WhyNotAsync(actor, ct) is { } refusal)
        {
            return refusal;
        }

        var now = clock.GetUtcNow();

        if (command.ExpiresAt is { } end && (end <= now || end > now + Longest))
        {
            return ApplicationSettingRefusals.ExpiryWrong;
        }

        await db.LockAsync(SaveApplicationHandler.Lock, ct);

        if (!await db.Applications.AnyAsync(row => row.Id == command.Application, ct))
        {
            return ApplicationSettingRefusals.Unknown;
        }

        var good = await db.ApplicationSecrets.CountAsync(
            row => row.Application == command.Application && row.IsForSigning == command.IsForSigning && (row.ExpiresAt == null || row.ExpiresAt > now), ct);

        if (good >= MostOfAKind)
        {
            return ApplicationSettingRefusals.TooManySecrets;
        }

        var text = ApplicationSecrets.New(command.IsForSigning ? string.Empty : ApplicationSecrets.ApplicationPrefix);
        db.ApplicationSecrets.Add(secrets.Row(command.Application, text, command.IsForSigning, command.ExpiresAt));

        return new NewSecret { Text = text };
    }
}
