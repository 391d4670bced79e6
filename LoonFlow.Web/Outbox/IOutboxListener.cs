namespace LoonFlow.Web.Outbox;

/// <summary>
/// Hears messages after the commit that caused them. May hear a message again: be idempotent by its id. Throwing means
/// "try again later".
/// </summary>
public interface IOutboxListener
{
    string Name { get; }

    Task HearAsync(OutboxMessage message, CancellationToken ct);
}
