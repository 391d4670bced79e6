namespace LoonFlow.Web.Outbox;

/// <summary>
/// Hears messages after the commit that caused them. May hear a message again: be idempotent by its id. Throwing means
/// "try again later"; a <see cref="DeliveryPostponedException"/> names the moment, a <see cref="DeliveryRefusedException"/>
/// says that it will never work.
/// </summary>
public interface IOutboxListener
{
    string Name { get; }

    /// <summary>How its messages are delivered.</summary>
    Lane Lane => Lane.Quick;

    /// <param name="message">What happened.</param>
    /// <param name="ct">Ends when the application stops or the message was taken away; the attempt then does not count.</param>
    Task HearAsync(OutboxMessage message, CancellationToken ct);
}
