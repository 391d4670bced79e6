using System.Net;
using System.Net.Sockets;

namespace LoonFlow.Web.Identity;

/// <summary>Addresses that count as one when somebody has to be slowed down.</summary>
internal static class Neighbourhood
{
    public static IPAddress Of(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6)
        {
            return address.MapToIPv4();
        }

        if (address.AddressFamily is not AddressFamily.InterNetworkV6)
        {
            return address;
        }

        // With IPv6 a household owns 2^64 addresses.
        var bytes = address.GetAddressBytes();
        bytes.AsSpan(8).Clear();

        return new IPAddress(bytes);
    }
}
