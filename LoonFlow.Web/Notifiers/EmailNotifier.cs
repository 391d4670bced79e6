using System.Globalization;
using System.Net;
using System.Net.Mail;
using LoonFlow.Domain.Notifications;
using Microsoft.Extensions.Options;

namespace LoonFlow.Web.Notifiers;

/// <summary>Sends notices as mail: one, or several in one mail.</summary>
public sealed class EmailNotifier : INotifier
{
    private readonly MailOptions _options;
    private readonly MailMessages _messages;

    public EmailNotifier(IOptions<MailOptions> options, MailMessages messages)
    {
        _options = options.Value;
        _messages = messages;

        if (_options.TrustedCertificate.Length > 0)
        {
            MailTrust.Add(_options.TrustedCertificate);
        }
    }

    public ChannelKind Kind => ChannelKind.Email;

    public async Task SendAsync(NoticeToSend notice, CancellationToken ct)
    {
        var recipient = notice.Recipient ?? throw new ArgumentException("A mail needs a recipient.", nameof(notice));
        using var message = _messages.Of(notice, AddressOf(recipient));

        await SendAsync(message, recipient.Email, ct);
    }

    /// <summary>Several notices in one mail.</summary>
    public async Task SendDigestAsync(NoticeRecipient recipient, IReadOnlyList<NoticeToSend> notices, Guid id, CancellationToken ct)
    {
        // Flows back to the caller's language with the return of this method.
        CultureInfo.CurrentUICulture = CultureOf(recipient.Language);
        using var message = _messages.Digest(notices, id, AddressOf(recipient));

        await SendAsync(message, recipient.Email, ct);
    }

    private async Task SendAsync(MailMessage message, string address, CancellationToken ct)
    {
        // A client sends one mail at a time; one for each mail needs no queue and no thought about idle connections.
        using var client = new SmtpClient(_options.Host, _options.Port) { EnableSsl = _options.StartTls };
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(ct);
        timeout.CancelAfter(_options.Timeout);

        if (_options.UserName.Length > 0)
        {
            client.Credentials = new NetworkCredential(_options.UserName, _options.Password);
        }

        try
        {
            await client.SendMailAsync(message, timeout.Token).WaitAsync(timeout.Token);
        }
        catch (Exception e) when (!ct.IsCancellationRequested && MailFailures.Explained(e, _options, address) is { } refusal)
        {
            // What System.Net.Mail says would not help an administrator.
            throw MailFailures.IsForGood(e) ? NoticeNotDeliveredException.Never(refusal, e) : new NoticeNotDeliveredException(refusal, e);
        }
    }

    private MailAddress AddressOf(NoticeRecipient recipient) =>
        !_options.IsOn ? throw NoticeNotDeliveredException.Never(DeliveryRefusals.MailIsOff)
        : MailAddress.TryCreate(recipient.Email, MailMessages.OneLine(recipient.Name), out var address)
            && address.Address == recipient.Email && Ascii(address.User)
            ? address
            : throw NoticeNotDeliveredException.Never(DeliveryRefusals.BadAddress(recipient.Email));

    private static bool Ascii(string text) => text.All(char.IsAscii);

    private static CultureInfo CultureOf(string language)
    {
        try
        {
            return CultureInfo.GetCultureInfo(language);
        }
        catch (CultureNotFoundException)
        {
            // Better a mail in the installation's first language than none.
            return CultureInfo.InvariantCulture;
        }
    }
}
