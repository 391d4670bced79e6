using System.Globalization;
using LoonFlow.Domain.Access;
using LoonFlow.Domain.Common;
using LoonFlow.Domain.Notifications;
using LoonFlow.Domain.Organization;
using LoonFlow.Web.Data;
using LoonFlow.Web.Features.Organization;
using LoonFlow.Web.Notifiers;
using LoonFlow.Web.Outbox;
using LoonFlow.Web.Resources;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace LoonFlow.Web.Features.Settings.Channels;

/// <summary>Sends an administrator's test notice at once and says what came of it. Changes nothing, so it is no use case.</summary>
public sealed class ChannelTrial(
    IDbContextFactory<LoonFlowDb> databases,
    CompanyStore companies,
    IEnumerable<INotifier> notifiers,
    IOptions<InstallationOptions> installation,
    IStringLocalizer<ChannelsTexts> texts)
{
    /// <summary>A test through a webhook or robot.</summary>
    public async Task<Result<bool>> OfAsync(long channel, Actor actor, CancellationToken ct)
    {
        if (actor is not Actor.Person { IsAdministrator: true } administrator)
        {
            return ChannelRefusals.NotAllowed;
        }

        await using var db = await databases.CreateDbContextAsync(ct);

        if (await db.NoticeChannels.AsNoTracking().SingleOrDefaultAsync(row => row.Id == channel, ct) is not { } row)
        {
            return ChannelRefusals.Unknown;
        }

        return await SendAsync(row.Kind, Notice(await ReaderAsync(administrator, ct)) with { Channel = channel }, ct);
    }

    /// <summary>A test mail to the administrator's own address.</summary>
    public async Task<Result<bool>> OfMailAsync(Actor actor, CancellationToken ct)
    {
        if (actor is not Actor.Person { IsAdministrator: true } administrator)
        {
            return ChannelRefusals.NotAllowed;
        }

        var reader = await ReaderAsync(administrator, ct);

        return reader.Email.Length == 0 ? ChannelRefusals.NoOwnAddress : await SendAsync(ChannelKind.Email, Notice(reader), ct);
    }

    private async Task<Result<bool>> SendAsync(ChannelKind kind, NoticeToSend notice, CancellationToken ct)
    {
        try
        {
            await notifiers.Single(notifier => notifier.Kind == kind).SendAsync(notice, ct);

            return true;
        }
        catch (NoticeNotDeliveredException failure)
        {
            // What a listener would try again is here the answer.
            return failure.Refusal;
        }
        catch (DeliveryRefusedException failure) when (failure.InnerException is NoticeNotDeliveredException { Refusal: var refusal })
        {
            return refusal;
        }
    }

    private async Task<User> ReaderAsync(Actor.Person person, CancellationToken ct) => (await companies.GetAsync(ct)).User(person.Id)!;

    private NoticeToSend Notice(User reader) => new()
    {
        Id = Guid.CreateVersion7(),
        Subject = texts["TrialSubject"],
        Body = texts["TrialBody"],
        Fields = [new NoticeField(texts["TrialSentBy"], reader.Name)],
        Url = installation.Value.AddressOf("/settings/channels"),
        LinkText = texts["TrialLink"],
        Event = "test",
        Recipient = new NoticeRecipient(reader.UserName, reader.Name, reader.Email, reader.Phone, CultureInfo.CurrentUICulture.Name),
    };
}
