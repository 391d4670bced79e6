// Follows what happens to tickets, signed with HMAC over each whole request.
//
//   export LOONFLOW_URL=http://localhost:5080 LOONFLOW_APP=oa LOONFLOW_SECRET=...
//   dotnet run follow.cs [CURSOR] [SECONDS]
//
// Keep the cursor that is printed last, together with what you made of the events: begin there next time, and nothing is
// missed and nothing told twice.
#:property PublishAot=false
#:property ManagePackageVersionsCentrally=false

using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

var loonflow = new LoonFlowClient(Setting("LOONFLOW_URL"), Setting("LOONFLOW_APP"), Setting("LOONFLOW_SECRET"));
var cursor = args is [var first, ..] ? first : "latest";
var until = DateTime.UtcNow.AddSeconds(args is [_, var seconds, ..] ? int.Parse(seconds, CultureInfo.InvariantCulture) : 60);

while (DateTime.UtcNow < until)
{
    // Waits on the server's side until something happens, ten seconds at most.
    var page = await loonflow.GetAsync($"/api/v1.0/events?after={cursor}&wait=10");

    foreach (var told in page.GetProperty("value").EnumerateArray())
    {
        var ticket = told.GetProperty("ticket");
        Console.WriteLine($"{told.GetProperty("cursor")}: {told.GetProperty("by")} {told.GetProperty("event")} {ticket.GetProperty("sn")} {ticket.GetProperty("title")}");
    }

    cursor = page.GetProperty("after").ToString();
}

Console.WriteLine($"Go on after {cursor}");

static string Setting(string name) => Environment.GetEnvironmentVariable(name) ?? throw new InvalidOperationException($"Set {name}.");

internal sealed class LoonFlowClient(string url, string app, string secret)
{
    private readonly HttpClient _http = new() { BaseAddress = new Uri(url) };

    public Task<JsonElement> GetAsync(string pathAndQuery, string user = "") => SendAsync(HttpMethod.Get, pathAndQuery, user, []);

    public async Task<JsonElement> SendAsync(HttpMethod method, string pathAndQuery, string user, byte[] body)
    {
        using var request = new HttpRequestMessage(method, pathAndQuery) { Content = body is [] ? null : new ByteArrayContent(body) };
        Sign(request, user, body);
        using var response = await _http.SendAsync(request);
        var answer = JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement;

        return answer.GetProperty("code").GetInt32() == 0 ? answer.GetProperty("data") : throw new InvalidOperationException(answer.ToString());
    }

    private void Sign(HttpRequestMessage request, string user, byte[] body)
    {
        var parts = request.RequestUri!.OriginalString.Split('?', 2);
        var timestamp = DateTimeOffset.UtcNow.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var nonce = Guid.NewGuid().ToString();
        string[] lines =
        [
            request.Method.Method,
            parts[0],
            parts.Length > 1 ? "?" + parts[1] : "",
            Convert.ToHexStringLower(SHA256.HashData(body)),
            timestamp,
            nonce,
            user,
        ];
        var signature = HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(string.Join('\n', lines)));

        request.Headers.Add("appname", app);
        request.Headers.Add("X-LoonFlow-Timestamp", timestamp);
        request.Headers.Add("X-LoonFlow-Nonce", nonce);
        request.Headers.Add("X-LoonFlow-Signature", "sha256=" + Convert.ToHexStringLower(signature));

        if (user.Length > 0)
        {
            request.Headers.Add("username", user);
        }
    }
}
