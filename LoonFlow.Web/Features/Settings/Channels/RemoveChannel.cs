using LoonFlow.Domain.Access;
using LoonFlow.Domain.Common;
using LoonFlow.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace LoonFlow.Web.Features.Settings.Channels;

/// <summary>Takes a channel away; workflows that name it send nothing through it any more.</summary>
public sealed record RemoveChannel(long Id);

public sealed class RemoveChannelHandler(LoonFlowDb db)
{
    public async Task<Result<long>> HandleAsync(RemoveChannel command, Actor actor, CancellationToken ct)
    {
        if (actor is not Actor.Person { IsAdministrator: true })
        {
            return ChannelRefusals.NotAllowed;
        }

        if (await db.NoticeChannels.SingleOrDefaultAsync(channel => channel.Id == command.Id, ct) is not { } row)
        {
            return ChannelRefusals.Unknown;
        }

        db.NoticeChannels.Remove(row);

        return row.Id;
    }
}
