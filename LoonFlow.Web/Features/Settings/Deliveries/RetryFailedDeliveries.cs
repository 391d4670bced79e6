using LoonFlow.Domain.Access;
using LoonFlow.Domain.Common;
using LoonFlow.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace LoonFlow.Web.Features.Settings.Deliveries;

/// <summary>Sends everything again that was given up and that the filter shows. Answers how many; there may be more when it took as many as it may at once.</summary>
public sealed record RetryFailedDeliveries(DeliveryFilter Filter)
{
    public const int AtOnce = 500;
}

public sealed class RetryFailedDeliveriesHandler(LoonFlowDb db, SettingsAccess access, TimeProvider clock)
{
    public async Task<Result<int>> HandleAsync(RetryFailedDeliveries command, Actor actor, CancellationToken ct)
    {
        if (await access.WhyNotAsync(actor, ct) is { } refusal)
        {
            return refusal;
        }

        var messages = await command.Filter.Narrow(db)
            .Where(message => message.IsDead)
            .OrderBy(message => message.Id)
            .Take(RetryFailedDeliveries.AtOnce)
            .ToListAsync(ct);

        foreach (var message in messages)
        {
            message.SendAgain(clock.GetUtcNow());
        }

        return messages.Count;
    }
}
