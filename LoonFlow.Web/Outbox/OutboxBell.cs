namespace LoonFlow.Web.Outbox;

/// <summary>
/// Says that there may be something to deliver now. Stands between use cases, which ring it, and the dispatcher, whose
/// listeners may run use cases themselves.
/// </summary>
public sealed class OutboxBell
{
    /// <summary>Somebody committed a message for the listener of this name.</summary>
    public event Action<string>? Rung;

    public void Ring(IEnumerable<string> listeners)
    {
        foreach (var listener in listeners.Distinct(StringComparer.Ordinal))
        {
            Rung?.Invoke(listener);
        }
    }
}
