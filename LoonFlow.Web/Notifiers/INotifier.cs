using LoonFlow.Domain.Notifications;

namespace LoonFlow.Web.Notifiers;

/// <summary>Sends notices one way. An exception means "try again later".</summary>
public interface INotifier
{
    ChannelKind Kind { get; }

    Task SendAsync(NoticeToSend notice, CancellationToken ct);
}
