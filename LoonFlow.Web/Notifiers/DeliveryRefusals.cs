using LoonFlow.Domain.Common;

namespace LoonFlow.Web.Notifiers;

/// <summary>Every way in which a notice does not arrive, in words for whoever can put it right. Codes are stable; screens translate by code.</summary>
public static class DeliveryRefusals
{
    public static readonly Refusal MailIsOff = new(
        RefusalKind.Conflict, "mail.is_off", "No mail server is set: Mail:Host is empty.");

    public static readonly Refusal CertificateNotTrusted = new(
        RefusalKind.Conflict,
        "mail.certificate_not_trusted",
        "The mail server shows a certificate that this server does not trust. If it is your own, name its file in Mail:TrustedCertificate.");

    public static readonly Refusal WrongMailPassword = new(
        RefusalKind.Conflict,
        "mail.wrong_password",
        "The mail server does not accept Mail:UserName with Mail:Password. Some providers want a password made for programs, not the one of the mailbox.");

    public static readonly Refusal MailSignInMissing = new(
        RefusalKind.Conflict,
        "mail.sign_in_missing",
        "The mail server takes mail only from those who sign in: set Mail:UserName and Mail:Password, and leave Mail:StartTls on.");

    public static readonly Refusal NoStartTls = new(
        RefusalKind.Conflict,
        "mail.no_start_tls",
        "The mail server offers no encryption (STARTTLS) at this port. Port 587 is the usual one; Mail:StartTls=false sends in the clear.");

    public static readonly Refusal ChannelMissing = new(RefusalKind.NotFound, "channel.missing", "The channel was removed.");

    public static readonly Refusal ChannelIsOff = new(RefusalKind.Conflict, "channel.is_off", "The channel is switched off.");

    public static readonly Refusal SecretLost = new(
        RefusalKind.Conflict,
        "channel.secret_lost",
        "The address and secret of the channel cannot be read any more, because the keys of this installation were lost. Enter them again.");

    public static Refusal BadAddress(string address) => new Refusal(
        RefusalKind.Invalid, "mail.bad_address", $"“{address}” is not an e-mail address that mail can be sent to.").With(address);

    public static Refusal NoMailServer(string server, string reason) => new Refusal(
        RefusalKind.Conflict, "mail.no_server", $"The mail server {server} cannot be reached: {reason}").With(server, reason);

    public static Refusal MailTimeout(string server, int seconds) => new Refusal(
        RefusalKind.Conflict, "mail.timeout", $"The mail server {server} did not finish within {seconds} seconds.").With(server, $"{seconds}");

    public static Refusal MailRejected(string reason) => new Refusal(
        RefusalKind.Conflict, "mail.rejected", $"The mail server does not take the mail: {reason}").With(reason);

    public static Refusal MailboxRefused(string address, string reason) => new Refusal(
        RefusalKind.Conflict, "mail.mailbox_refused", $"The mail server does not take mail for {address}: {reason}").With(address, reason);

    public static Refusal RobotRefused(string host, string code, string message) => new Refusal(
        RefusalKind.Conflict, "channel.robot_refused", $"The robot at {host} refuses with code {code}: {message}").With(host, code, message);

    public static Refusal NotARobot(string host) => new Refusal(
        RefusalKind.Conflict, "channel.not_a_robot", $"{host} does not answer as a robot of this kind does. Is the address complete?").With(host);
}
