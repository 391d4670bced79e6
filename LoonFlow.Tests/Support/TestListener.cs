using System.Collections.Concurrent;
using LoonFlow.Web.Outbox;

namespace LoonFlow.Tests.Support;

/// <summary>Hears outbox messages, and fails as often as a test wants.</summary>
public sealed class TestListener(string name) : IOutboxListener
{
    private readonly ConcurrentQueue<Guid> _heard = new();

    public string Name => name;

    public Lane Lane { get; init; } = Lane.Quick;

    /// <summary>What it does before it has heard.</summary>
    public Func<OutboxMessage, CancellationToken, Task> Works { get; set; } = (_, _) => Task.CompletedTask;

    /// <summary>How many of the next messages to fail on.</summary>
    public int Failures { get; set; }

    public IReadOnlyCollection<Guid> Heard => _heard;

    public async Task HearAsync(OutboxMessage message, CancellationToken ct)
    {
        await Works(message, ct);

        if (Failures-- > 0)
        {
            throw new InvalidOperationException("The outside world is away.");
        }

        _heard.Enqueue(message.Id);
    }
}
