using System.Net;
using System.Net.Sockets;

namespace LoonFlow.Web.Hooks;

/// <summary>Which addresses belong to the world, and not to this machine, its network or nobody.</summary>
internal static class PublicAddresses
{
    private static readonly IPNetwork[] Others =
    [
        // This host, private networks, carrier-grade NAT, loopback, link-local (cloud metadata), protocols, documentation, tests, multicast, reserved.
        .. Parsed("0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24"),
        .. Parsed("192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4"),

        // Unspecified and loopback, addresses that carry an IPv4 one (NAT64, Teredo, 6to4), discard, documentation, unique-local, link-local, site-local, multicast.
        .. Parsed("::/96", "64:ff9b::/96", "64:ff9b:1::/48", "100::/64", "2001::/23", "2001:db8::/32", "2002::/16", "fc00::/7", "fe80::/10", "fec0::/10", "ff00::/8"),
    ];

    public static bool Contains(IPAddress address)
    {
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;

        return plain.AddressFamily is AddressFamily.InterNetwork or AddressFamily.InterNetworkV6 && !Others.Any(network => network.Contains(plain));
    }

    private static IEnumerable<IPNetwork> Parsed(params string[] networks) => networks.Select(network => IPNetwork.Parse(network));
}
