using System.Globalization;
using LoonFlow.Tests.Support;
using LoonFlow.Web.Hooks;

namespace LoonFlow.Tests.Api;

/// <summary>What a server of our own would turn away without a word.</summary>
public sealed class LongAddressTests(ApiServer server) : IClassFixture<ApiServer>
{
    [Fact]
    public async Task Ten_thousand_ids_in_one_query_are_refused_in_the_envelope()
    {
        var ids = string.Join(',', Enumerable.Range(1_000_000, 10_000));
        var timestamp = DateTimeOffset.UtcNow.ToUnixTimeSeconds();
        using var client = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{server.Url}/api/v1.0/tickets?category=all&ticket_ids={ids}");
        request.Headers.Add("appname", ApiServer.App);
        request.Headers.Add("timestamp", timestamp.ToString(CultureInfo.InvariantCulture));
        request.Headers.Add("signature", HookSignature.Md5(server.Secret, timestamp));
        request.Headers.Add("username", "lin");

        using var response = await client.SendAsync(request);
        var reply = new ApiReply(response.StatusCode, await response.Content.ReadAsStringAsync(), null);

        Assert.Contains("ticket_ids", reply.Refused("api.members_wrong").Fields.Keys);
    }
}
