using LoonFlow.Domain.Access;
using LoonFlow.Domain.Common;
using LoonFlow.Domain.Notifications;
using LoonFlow.Web.Data;
using LoonFlow.Web.Data.Rows;
using LoonFlow.Web.Hooks;
using LoonFlow.Web.Notifiers;
using Microsoft.EntityFrameworkCore;

namespace LoonFlow.Web.Features.Settings.Channels;

/// <summary>Adds a channel, or changes the named one; its kind stays. Address and secret stay where none is given.</summary>
public sealed record SaveChannel(long? Id, ChannelKind Kind, string Name, string? Url, string? Secret, ChannelMention Mention, bool IsActive)
{
    public const int MaxUrlLength = 2000;
    public const int MaxSecretLength = 500;

    /// <summary>True where the receiver wants no signature any more.</summary>
    public bool ForgetsSecret { get; init; }
}

public sealed class SaveChannelHandler(LoonFlowDb db, IdSequences ids, ChannelSecrets secrets)
{
    public async Task<Result<long>> HandleAsync(SaveChannel command, Actor actor, CancellationToken ct)
    {
        if (actor is not Actor.Person { IsAdministrator: true })
        {
            return ChannelRefusals.NotAllowed;
        }

        if (Problems(command).ToArray() is [_, ..] problems)
        {
            return ChannelRefusals.NotValid with { Fields = problems };
        }

        var row = command.Id is { } id ? await db.NoticeChannels.SingleOrDefaultAsync(channel => channel.Id == id, ct) : await AddAsync(command, ct);

        if (row is null)
        {
            return ChannelRefusals.Unknown;
        }

        Change(row, command);

        return row.Id;
    }

    private static IEnumerable<FieldProblem> Problems(SaveChannel command)
    {
        if (command.Kind is not (ChannelKind.Webhook or ChannelKind.WeCom or ChannelKind.DingTalk or ChannelKind.Feishu))
        {
            yield return ChannelRefusals.KindWrong;
        }

        switch (command.Name.Trim().Length)
        {
            case 0:
                yield return ChannelRefusals.NameMissing;
                break;
            case > NoticeChannelRow.MaxNameLength:
                yield return ChannelRefusals.NameTooLong;
                break;
        }

        if (string.IsNullOrWhiteSpace(command.Url))
        {
            if (command.Id is null)
            {
                yield return ChannelRefusals.UrlMissing;
            }
        }
        else if (command.Url.Length > SaveChannel.MaxUrlLength || !HookClient.IsAddress(command.Url.Trim(), out _))
        {
            yield return ChannelRefusals.UrlWrong;
        }

        if (command.Secret?.Length > SaveChannel.MaxSecretLength)
        {
            yield return ChannelRefusals.SecretTooLong;
        }
    }

    private async Task<NoticeChannelRow?> AddAsync(SaveChannel command, CancellationToken ct)
    {
        var row = new NoticeChannelRow { Id = await ids.NextAsync(IdSequences.Channels, ct), Kind = command.Kind, Name = command.Name };
        db.NoticeChannels.Add(row);

        return row;
    }

    private void Change(NoticeChannelRow row, SaveChannel command)
    {
        row.Name = command.Name.Trim();
        row.Mention = row.Kind is ChannelKind.Webhook ? ChannelMention.Nobody : command.Mention;
        row.IsActive = command.IsActive;

        if (!string.IsNullOrWhiteSpace(command.Url))
        {
            row.ProtectedUrl = secrets.Protect(command.Url.Trim());
        }

        if (command.ForgetsSecret)
        {
            row.ProtectedSecret = string.Empty;
        }
        else if (!string.IsNullOrWhiteSpace(command.Secret))
        {
            row.ProtectedSecret = secrets.Protect(command.Secret.Trim());
        }
    }
}
