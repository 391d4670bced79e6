using System.Net;
using System.Text.RegularExpressions;

namespace LoonFlow.Tests.Support;

/// <summary>Somebody with a browser that keeps cookies, reads English and follows nothing by itself.</summary>
public sealed partial class Visitor
{
    private const string SignInPage = "/account/sign-in";
    private const string PasswordPage = "/account/password";

    private readonly HttpClient _client;

    public Visitor(HttpClient client)
    {
        _client = client;
        _client.DefaultRequestHeaders.Add("Accept", "text/html,application/xhtml+xml");
        _client.DefaultRequestHeaders.Add("Accept-Language", "en");
    }

    public Task<HttpResponseMessage> GetAsync(string path) => _client.GetAsync(path);

    /// <summary>Asks as a program would: whatever comes is fine.</summary>
    public async Task<HttpStatusCode> AskAsync(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Add("Accept", "application/json");
        using var response = await _client.SendAsync(request);

        return response.StatusCode;
    }

    public Task<HttpResponseMessage> SignInAsync(string? userName, string password = TestSite.Password, string? returnUrl = null, bool keep = false) => SubmitAsync(
        returnUrl is null ? SignInPage : $"{SignInPage}?returnUrl={Uri.EscapeDataString(returnUrl)}",
        ("Form.UserName", userName ?? string.Empty),
        ("Form.Password", password),
        ("Form.Keep", keep ? "true" : "false"));

    public Task<HttpResponseMessage> ChangePasswordAsync(string current, string chosen, string? again = null) =>
        SubmitAsync(PasswordPage, ("Form.Current", current), ("Form.New", chosen), ("Form.Again", again ?? chosen));

    /// <summary>Opens a page, fills its first form and sends it.</summary>
    public async Task<HttpResponseMessage> SubmitAsync(string page, params (string Name, string Value)[] fields)
    {
        var form = await FormAsync(page);

        foreach (var (name, value) in fields)
        {
            form[name] = value;
        }

        return await PostAsync(page, form);
    }

    public async Task<HttpResponseMessage> PostAsync(string path, IReadOnlyDictionary<string, string> fields)
    {
        using var content = new FormUrlEncodedContent(fields);

        return await _client.PostAsync(path, content);
    }

    /// <summary>The hidden fields of a page: which form it is, and the token that proves it came from us.</summary>
    public async Task<Dictionary<string, string>> FormAsync(string page)
    {
        var html = await (await _client.GetAsync(page)).Content.ReadAsStringAsync();
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);

        foreach (Match field in Hidden().Matches(html))
        {
            fields.TryAdd(field.Groups["name"].Value, WebUtility.HtmlDecode(field.Groups["value"].Value));
        }

        return fields;
    }

    /// <summary>True when a page for signed-in people is shown rather than the way to the sign-in.</summary>
    public async Task<bool> IsSignedInAsync() => (await _client.GetAsync("/inbox")).StatusCode is HttpStatusCode.OK;

    [GeneratedRegex("""<input type="hidden" name="(?<name>[^"]+)" value="(?<value>[^"]*)" ?/?>""")]
    private static partial Regex Hidden();
}
