using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Options;

namespace LoonFlow.Web.Hooks;

/// <summary>
/// The one way out to addresses that somebody typed: no redirects, no cookies, no proxy, and no address of the own
/// network. The address is checked after the name was looked up, and the connection goes to the very address that was
/// checked, so that a name which changes its mind gains nothing.
/// </summary>
public static class OutboundHttp
{
    /// <summary>The name under which <see cref="IHttpClientFactory"/> knows this client.</summary>
    public const string Client = "outbound";

    internal static IHttpClientBuilder AddOutboundHttp(this IServiceCollection services) => services
        .AddHttpClient(Client, client => client.Timeout = Timeout.InfiniteTimeSpan)
        .ConfigurePrimaryHttpMessageHandler(provider => Handler(provider.GetRequiredService<IOptions<HooksOptions>>().Value))
        .RemoveAllLoggers();

    private static SocketsHttpHandler Handler(HooksOptions options) => new()
    {
        AllowAutoRedirect = false,
        AutomaticDecompression = DecompressionMethods.None,
        UseCookies = false,
        UseProxy = false,
        PooledConnectionLifetime = TimeSpan.FromMinutes(2),
        ConnectCallback = (context, ct) => ConnectAsync(context.DnsEndPoint, options.AllowPrivateAddresses, ct),
    };

    private static async ValueTask<Stream> ConnectAsync(DnsEndPoint target, bool allowsPrivate, CancellationToken ct)
    {
        var found = IPAddress.TryParse(target.Host, out var literal) ? [literal] : await Dns.GetHostAddressesAsync(target.Host, ct);
        IPAddress[] allowed = [.. found.Where(address => allowsPrivate || PublicAddresses.Contains(address))];

        if (allowed is [])
        {
            throw new PrivateAddressException($"{target.Host} leads to no public address.");
        }

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };

        try
        {
            await socket.ConnectAsync(allowed, target.Port, ct);

            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            // Whatever it was goes to the caller; only the socket must not stay.
            socket.Dispose();
            throw;
        }
    }
}
