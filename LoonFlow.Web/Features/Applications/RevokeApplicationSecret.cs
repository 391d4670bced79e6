using LoonFlow.Domain.Access;
using LoonFlow.Domain.Common;
using LoonFlow.Web.Data;
using LoonFlow.Web.Features.Settings;
using Microsoft.EntityFrameworkCore;

namespace LoonFlow.Web.Features.Applications;

/// <summary>Makes a secret good for nothing from now on.</summary>
public sealed record RevokeApplicationSecret(ApplicationId Application, long Secret);

public sealed class RevokeApplicationSecretHandler(LoonFlowDb db, SettingsAccess access)
{
    public async Task<Result<ApplicationId>> HandleAsync(RevokeApplicationSecret command, Actor actor, CancellationToken ct)
    {
        if (await access.WhyNotAsync(actor, ct) is { } refusal)
        {
            return refusal;
        }

        if (await db.ApplicationSecrets.SingleOrDefaultAsync(row => row.Id == command.Secret && row.Application == command.Application, ct) is not { } secret)
        {
            return ApplicationSettingRefusals.SecretUnknown;
        }

        db.ApplicationSecrets.Remove(secret);

        return command.Application;
    }
}
