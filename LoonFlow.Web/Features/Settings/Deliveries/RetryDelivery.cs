using LoonFlow.Domain.Access;
using LoonFlow.Domain.Common;
using LoonFlow.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace LoonFlow.Web.Features.Settings.Deliveries;

/// <summary>Sends a dead or waiting message again now, under the same id and with all its attempts before it.</summary>
public sealed record RetryDelivery(Guid Message);

public sealed class RetryDeliveryHandler(LoonFlowDb db, SettingsAccess access, TimeProvider clock)
{
    public async Task<Result<Guid>> HandleAsync(RetryDelivery command, Actor actor, CancellationToken ct)
    {
        if (await access.WhyNotAsync(actor, ct) is { } refusal)
        {
            return refusal;
        }

        if (await db.Outbox.SingleOrDefaultAsync(message => message.Id == command.Message, ct) is not { } message)
        {
            return DeliveryRefusals.NotFound;
        }

        var now = clock.GetUtcNow();

        if (message.LeasedUntil > now)
        {
            return DeliveryRefusals.UnderWay;
        }

        message.SendAgain(now);

        return message.Id;
    }
}
