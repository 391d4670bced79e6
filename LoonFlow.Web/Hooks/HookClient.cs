using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using LoonFlow.Domain.Participants;
using Microsoft.Extensions.Options;

namespace LoonFlow.Web.Hooks;

/// <summary>Calls other systems. Whatever they do is an answer, never an exception; only ending the wait is.</summary>
public sealed class HookClient(IHttpClientFactory clients, IOptions<HooksOptions> options, TimeProvider clock)
{
    /// <summary>The most bytes of an answer that are read.</summary>
    public const int MaxAnswer = 65_536;

    public async Task<HookReply> CallAsync(HookRequest request, CancellationToken ct)
    {
        if (!IsAddress(request.Url, out var url))
        {
            return HookReply.Failed(HookRefusals.UrlMalformed(request.Url));
        }

        var limit = request.TimeLimit ?? options.Value.TimeLimit;
        using var ends = CancellationTokenSource.CreateLinkedTokenSource(ct);
        ends.CancelAfter(limit);

        try
        {
            using var message = Message(request, url);
            using var response = await clients.CreateClient(OutboundHttp.Client).SendAsync(message, HttpCompletionOption.ResponseHeadersRead, ends.Token);

            return (int)response.StatusCode switch
            {
                >= 200 and < 300 => await ReadAsync(response, request.ExpectsJson, ends.Token),
                >= 300 and < 400 => HookReply.Failed(HookRefusals.Redirected(url.Host)),
                var status => HookReply.Failed(HookRefusals.WrongStatus(url.Host, status), mayPass: status is 408 or 429 or >= 500),
            };
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            // Only the time limit is left as the reason.
            return HookReply.Failed(HookRefusals.TimedOut(url.Host, limit), mayPass: true);
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException)
        {
            // Name, network, TLS or protocol: the other side's trouble, told and not thrown.
            return failure.InnerException is PrivateAddressException
                ? HookReply.Failed(HookRefusals.PrivateAddress(url.Host))
                : HookReply.Failed(HookRefusals.Unreachable(url.Host, failure.Message), mayPass: true);
        }
    }

    /// <summary>Whether this is an address that can be called at all.</summary>
    public static bool IsAddress(string text, out Uri url) =>
        Uri.TryCreate(text, UriKind.Absolute, out url!) && (url.Scheme == Uri.UriSchemeHttp || url.Scheme == Uri.UriSchemeHttps) && url.UserInfo.Length == 0;

    private HttpRequestMessage Message(HookRequest request, Uri url)
    {
        var body = Encoding.UTF8.GetBytes(request.Body);
        var message = new HttpRequestMessage(HttpMethod.Post, url) { Content = new ByteArrayContent(body) };
        message.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json", "utf-8");
        message.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        message.Headers.UserAgent.ParseAdd("LoonFlow");

        if (request.Delivery is { } delivery)
        {
            message.Headers.Add("X-LoonFlow-Delivery", delivery.ToString());
        }

        if (request.Secret is { Length: > 0 } secret)
        {
            Sign(message, request.Signature, secret, url.PathAndQuery, body);
        }

        return message;
    }

    private void Sign(HttpRequestMessage message, CallSignature signature, string secret, string path, byte[] body)
    {
        var timestamp = clock.GetUtcNow().ToUnixTimeSeconds();

        if (signature is CallSignature.LoonflowMd5)
        {
            message.Headers.Add("timestamp", timestamp.ToString(CultureInfo.InvariantCulture));
            message.Headers.Add("signature", HookSignature.Md5(secret, timestamp));

            return;
        }

        var nonce = Guid.NewGuid().ToString("N");
        message.Headers.Add(HookSignature.TimestampHeader, timestamp.ToString(CultureInfo.InvariantCulture));
        message.Headers.Add(HookSignature.NonceHeader, nonce);
        message.Headers.Add(HookSignature.SignatureHeader, HookSignature.Hmac(secret, "POST", path, timestamp, nonce, body));
    }

    private static async Task<HookReply> ReadAsync(HttpResponseMessage response, bool expectsJson, CancellationToken ct)
    {
        await using var stream = await response.Content.ReadAsStreamAsync(ct);
        var bytes = new byte[MaxAnswer + 1];
        var count = await stream.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, ct);

        if (count > MaxAnswer)
        {
            return HookReply.Failed(HookRefusals.TooLarge);
        }

        var json = HookJson.Object(bytes.AsMemory(0, count));
        var text = Encoding.UTF8.GetString(bytes, 0, count);

        return new HookReply(text, json, json is null && expectsJson ? HookRefusals.NotJson : null);
    }
}
