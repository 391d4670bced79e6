using System.Net.Mail;
using System.Net.Sockets;
using System.Security.Authentication;
using LoonFlow.Domain.Common;

namespace LoonFlow.Web.Notifiers;

/// <summary>What went wrong with a mail, in words that an administrator understands.</summary>
internal static class MailFailures
{
    /// <summary>Null: nothing that a mail server does.</summary>
    public static Refusal? Explained(Exception failure, MailOptions options, string address) => failure switch
    {
        OperationCanceledException => DeliveryRefusals.MailTimeout(options.Server, (int)options.Timeout.TotalSeconds),
        SmtpFailedRecipientException refused => DeliveryRefusals.MailboxRefused(address, AnswerIn(refused)),
        SmtpException { InnerException: { } inner } => Connecting(inner, options),
        SmtpException { StatusCode: SmtpStatusCode.MustIssueStartTlsFirst } => SignIn(options),
        SmtpException { StatusCode: SmtpStatusCode.GeneralFailure } when options.StartTls => DeliveryRefusals.NoStartTls,
        SmtpException rejected => DeliveryRefusals.MailRejected(AnswerIn(rejected)),
        _ => null,
    };

    /// <summary>Whether the mailbox itself is the reason; everything else somebody can put right while the mail waits.</summary>
    public static bool IsForGood(Exception failure) => failure is SmtpFailedRecipientException { StatusCode: >= SmtpStatusCode.MailboxUnavailable };

    private static Refusal Connecting(Exception failure, MailOptions options) => failure switch
    {
        AuthenticationException => DeliveryRefusals.CertificateNotTrusted,
        SocketException socket => DeliveryRefusals.NoMailServer(options.Server, Reason(socket)),
        { InnerException: { } inner } => Connecting(inner, options),
        _ => DeliveryRefusals.NoMailServer(options.Server, failure.Message),
    };

    // A password that was not accepted is not reported; sending goes on without having signed in, and fails with this.
    private static Refusal SignIn(MailOptions options) =>
        options.UserName.Length > 0 ? DeliveryRefusals.WrongMailPassword : DeliveryRefusals.MailSignInMissing;

    private static string Reason(SocketException failure) => failure.SocketErrorCode switch
    {
        SocketError.HostNotFound or SocketError.TryAgain or SocketError.NoData => "there is no server of this name.",
        SocketError.ConnectionRefused => "nothing listens at this port.",
        _ => failure.Message,
    };

    /// <summary>The server's own words, without those that System.Net.Mail puts in front.</summary>
    private static string AnswerIn(SmtpException failure)
    {
        const string lead = "The server response was: ";
        var at = failure.Message.IndexOf(lead, StringComparison.Ordinal);

        return at < 0 ? failure.Message : failure.Message[(at + lead.Length)..];
    }
}
