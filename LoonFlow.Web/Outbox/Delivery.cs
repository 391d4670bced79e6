using LoonFlow.Web.Data;

namespace LoonFlow.Web.Outbox;

/// <summary>What came of one attempt to deliver a message.</summary>
internal sealed record Delivery(OutboxMessage Message, DeliveryOutcome Outcome, DateTimeOffset At, TimeSpan Took)
{
    public string? Error { get; init; }

    /// <summary>When to try again; null where there is no reason to.</summary>
    public DateTimeOffset? Next { get; init; }

    /// <summary>Runs the listener once. Whatever it throws concerns its own message only.</summary>
    public static async Task<Delivery> AttemptAsync(IOutboxListener listener, OutboxMessage message, TimeProvider clock, CancellationToken ct)
    {
        var began = clock.GetTimestamp();
        var at = clock.GetUtcNow();

        Delivery Ended(DeliveryOutcome outcome, Exception? failure = null, DateTimeOffset? next = null) =>
            new(message, outcome, at, clock.GetElapsedTime(began)) { Error = failure is null ? null : WordsOf(failure), Next = next };

        if (ct.IsCancellationRequested)
        {
            return Ended(DeliveryOutcome.Interrupted);
        }

        try
        {
            await listener.HearAsync(message, ct);

            return Ended(DeliveryOutcome.Delivered);
        }
        catch (DeliveryPostponedException postponed)
        {
            var soonest = clock.GetUtcNow() + listener.Lane.FirstRetry;

            return Ended(DeliveryOutcome.Postponed, postponed, postponed.NotBefore > soonest ? postponed.NotBefore : soonest);
        }
        catch (DeliveryRefusedException refused)
        {
            return Ended(DeliveryOutcome.Refused, refused);
        }
        catch (Exception failure)
        {
            // One of the four edges: whatever a listener throws delays its own message only.
            return ct.IsCancellationRequested ? Ended(DeliveryOutcome.Interrupted)
                : message.Attempts < listener.Lane.MaxAttempts ? Ended(DeliveryOutcome.Failed, failure, clock.GetUtcNow() + listener.Lane.WaitAfter(message.Attempts))
                : Ended(DeliveryOutcome.Failed, failure);
        }
    }

    /// <summary>An exception's sentence, and below it the causes that say more.</summary>
    private static string WordsOf(Exception failure)
    {
        var words = failure is OperationCanceledException or TimeoutException ? "It took too long and was ended." : failure.Message;

        for (var cause = failure.InnerException; cause is not null; cause = cause.InnerException)
        {
            words = words.Contains(cause.Message, StringComparison.Ordinal) ? words : $"{words} ({cause.Message})";
        }

        return StorableText.Of(words.Length > DeliveryAttempt.MaxErrorLength ? words[..DeliveryAttempt.MaxErrorLength] : words);
    }
}
