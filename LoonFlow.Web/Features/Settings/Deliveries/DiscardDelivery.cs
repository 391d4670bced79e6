using LoonFlow.Domain.Access;
using LoonFlow.Domain.Common;
using LoonFlow.Web.Data;
using LoonFlow.Web.Features.Organization;
using LoonFlow.Web.Outbox;
using Microsoft.EntityFrameworkCore;

namespace LoonFlow.Web.Features.Settings.Deliveries;

/// <summary>Gives a message up for good. One that is being tried right now is ended, as far as it can be.</summary>
public sealed record DiscardDelivery(Guid Message);

public sealed class DiscardDeliveryHandler(LoonFlowDb db, SettingsAccess access, CompanyStore companies, TimeProvider clock)
{
    public async Task<Result<Guid>> HandleAsync(DiscardDelivery command, Actor actor, CancellationToken ct)
    {
        if (await access.WhyNotAsync(actor, ct) is { } refusal)
        {
            return refusal;
        }

        if (await db.Outbox.SingleOrDefaultAsync(message => message.Id == command.Message, ct) is not { } message)
        {
            return DeliveryRefusals.NotFound;
        }

        var by = actor is Actor.Person person ? (await companies.GetAsync(ct)).User(person.Id)?.Name : null;
        var now = clock.GetUtcNow();
        db.Outbox.Remove(message);
        db.DeliveryAttempts.Add(new DeliveryAttempt
        {
            Id = Guid.CreateVersion7(now),
            Message = message.Id,
            Listener = message.Listener,
            Ticket = message.Ticket,
            About = message.About,
            Number = message.Attempts,
            At = now,
            Took = 0,
            Outcome = DeliveryOutcome.Discarded,
            Error = $"Discarded by {by}.",
        });

        return message.Id;
    }
}
