using LoonFlow.Domain.Notifications;
using LoonFlow.Web.Data;
using LoonFlow.Web.Data.Rows;
using LoonFlow.Web.Notifiers;
using Microsoft.EntityFrameworkCore;

namespace LoonFlow.Web.Features.Settings.Channels;

/// <summary>The channels without their secrets: for the settings, and for those who choose one for a workflow.</summary>
public sealed class ChannelQueries(IDbContextFactory<LoonFlowDb> databases, ChannelSecrets secrets)
{
    public async Task<IReadOnlyList<ChannelItem>> AllAsync(CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var rows = await db.NoticeChannels.AsNoTracking().OrderBy(channel => channel.Name).ThenBy(channel => channel.Id).ToListAsync(ct);

        return [.. rows.Select(Item)];
    }

    private ChannelItem Item(NoticeChannelRow row) =>
        new(row.Id, row.Kind, row.Name, row.Mention, row.IsActive, Place(row), row.ProtectedSecret.Length > 0);

    // The path and query of a robot are its key; a webhook's own path says where it leads.
    private string? Place(NoticeChannelRow row) => secrets.Read(row.ProtectedUrl) switch
    {
        null => null,
        var url when row.Kind is ChannelKind.Webhook => new Uri(url).GetLeftPart(UriPartial.Path),
        var url => $"{new Uri(url).GetLeftPart(UriPartial.Authority)}/…{(url.Length > 60 ? url[^4..] : "")}",
    };
}
