namespace LoonFlow.Web.Outbox;

/// <summary>Not now: to be tried again at a moment that the listener knows. Does not count as a failure.</summary>
public sealed class DeliveryPostponedException(DateTimeOffset notBefore, string reason) : Exception(reason)
{
    public DateTimeOffset NotBefore { get; } = notBefore;
}
