using System.Collections.Immutable;
using System.Net;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;

namespace LoonFlow.Web.Notifiers;

/// <summary>
/// Lets mail servers with a certificate of one's own in. System.Net.Mail asks a callback of the whole program, which
/// nothing else here uses (HttpClient does not); it only ever adds the certificates that an administrator named.
/// </summary>
internal static class MailTrust
{
    private static ImmutableList<X509Certificate2> _trusted = [];

    public static void Add(string path)
    {
        var certificate = X509CertificateLoader.LoadCertificateFromFile(path);
        ImmutableInterlocked.Update(ref _trusted, (known, added) => known.Contains(added) ? known : known.Add(added), certificate);
        ServicePointManager.ServerCertificateValidationCallback = (_, shown, chain, errors) => IsTrusted(shown, chain, errors);
    }

    private static bool IsTrusted(X509Certificate? shown, X509Chain? chain, SslPolicyErrors errors) => errors switch
    {
        SslPolicyErrors.None => true,
        _ when shown is not X509Certificate2 => false,
        _ when _trusted.Contains((X509Certificate2)shown) => true,
        SslPolicyErrors.RemoteCertificateChainErrors => IsSigned((X509Certificate2)shown, chain),
        _ => false,
    };

    private static bool IsSigned(X509Certificate2 shown, X509Chain? offered)
    {
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.CustomTrustStore.AddRange(_trusted.ToArray());
        chain.ChainPolicy.ExtraStore.AddRange(offered?.ChainElements.Select(element => element.Certificate).ToArray() ?? []);

        return chain.Build(shown);
    }
}
