using System.Collections.Concurrent;
using LoonFlow.Domain.Notifications;
using LoonFlow.Web.Notifiers;

namespace LoonFlow.Tests.Support;

/// <summary>Takes notices instead of sending them, and fails as often as a test wants.</summary>
public sealed class TestNotifier(ChannelKind kind) : INotifier
{
    private readonly ConcurrentQueue<NoticeToSend> _sent = new();

    public ChannelKind Kind => kind;

    /// <summary>How many of the next notices to fail on.</summary>
    public int Failures { get; set; }

    public IReadOnlyCollection<NoticeToSend> Sent => _sent;

    public Task SendAsync(NoticeToSend notice, CancellationToken ct)
    {
        if (Failures-- > 0)
        {
            throw new InvalidOperationException("The mail server is away.");
        }

        _sent.Enqueue(notice);

        return Task.CompletedTask;
    }
}
