using LoonFlow.Domain.Notifications;
using LoonFlow.Web.Data;
using LoonFlow.Web.Data.Rows;
using Microsoft.EntityFrameworkCore;

namespace LoonFlow.Web.Notifiers;

/// <summary>The channels as they are at the moment of sending.</summary>
public sealed class ChannelStore(IDbContextFactory<LoonFlowDb> databases, ChannelSecrets secrets)
{
    /// <summary>The channel of a notice; throws when it cannot be used.</summary>
    public async Task<NoticeChannel> ForAsync(NoticeToSend notice, ChannelKind kind, CancellationToken ct)
    {
        var id = notice.Channel ?? throw new ArgumentException("A webhook or robot needs a channel.", nameof(notice));
        await using var db = await databases.CreateDbContextAsync(ct);
        var row = await db.NoticeChannels.AsNoTracking().SingleOrDefaultAsync(channel => channel.Id == id && channel.Kind == kind, ct)
            ?? throw NoticeNotDeliveredException.Never(DeliveryRefusals.ChannelMissing);

        return row.IsActive ? Opened(row) : throw NoticeNotDeliveredException.Never(DeliveryRefusals.ChannelIsOff);
    }

    /// <summary>How a notice's channel is spoken to; throws when the channel was removed.</summary>
    public async Task<ChannelKind> KindOfAsync(NoticeToSend notice, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);

        return await db.NoticeChannels.Where(channel => channel.Id == notice.Channel).Select(channel => (ChannelKind?)channel.Kind).SingleOrDefaultAsync(ct)
            ?? throw NoticeNotDeliveredException.Never(DeliveryRefusals.ChannelMissing);
    }

    private NoticeChannel Opened(NoticeChannelRow row) =>
        secrets.Read(row.ProtectedUrl) is { } url && secrets.Read(row.ProtectedSecret) is { } secret
            ? new NoticeChannel(row.Id, row.Kind, row.Name, new Uri(url), secret, row.Mention, row.IsActive)
            : throw NoticeNotDeliveredException.Never(DeliveryRefusals.SecretLost);
}
