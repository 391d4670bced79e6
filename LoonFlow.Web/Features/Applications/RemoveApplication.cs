using LoonFlow.Domain.Access;
using LoonFlow.Domain.Common;
using LoonFlow.Web.Data;
using LoonFlow.Web.Features.Settings;
using Microsoft.EntityFrameworkCore;

namespace LoonFlow.Web.Features.Applications;

/// <summary>Removes an application with its secrets. Histories keep its number.</summary>
public sealed record RemoveApplication(ApplicationId Application);

public sealed class RemoveApplicationHandler(LoonFlowDb db, SettingsAccess access)
{
    public async Task<Result<ApplicationId>> HandleAsync(RemoveApplication command, Actor actor, CancellationToken ct)
    {
        if (await access.WhyNotAsync(actor, ct) is { } refusal)
        {
            return refusal;
        }

        if (await db.Applications.SingleOrDefaultAsync(row => row.Id == command.Application, ct) is not { } row)
        {
            return ApplicationSettingRefusals.Unknown;
        }

        db.Applications.Remove(row);

        return row.Id;
    }
}
