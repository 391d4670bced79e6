using System.Net;
using System.Text;
using System.Text.Json;
using LoonFlow.Tests.Support;
using Microsoft.AspNetCore.Mvc.Testing;

namespace LoonFlow.Tests.Features.Files;

public sealed class FileEndpointsTests(TestSite site) : IClassFixture<TestSite>
{
    private const string Token = "__RequestVerificationToken";

    [Fact]
    public async Task What_is_uploaded_can_be_downloaded_and_only_saved()
    {
        var (client, token) = await SignedInAsync();

        var (status, answer) = await UploadAsync(client, token, "证明 (1).pdf", "hello");
        var file = await client.GetAsync($"/files/{answer.GetProperty("id").GetString()}");

        Assert.Equal(HttpStatusCode.Created, status);
        Assert.Equal("hello", await file.Content.ReadAsStringAsync());
        Assert.Equal("attachment", file.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Equal("证明 (1).pdf", file.Content.Headers.ContentDisposition.FileNameStar);
        Assert.Equal("application/pdf", file.Content.Headers.ContentType!.MediaType);
        Assert.Equal("nosniff", file.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Contains("sandbox", file.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_elses_file_is_as_if_there_were_none()
    {
        var (client, token) = await SignedInAsync();
        var (_, answer) = await UploadAsync(client, token, "mine.txt", "hello");
        var (stranger, _) = await SignedInAsync();

        var theirs = await stranger.GetAsync($"/files/{answer.GetProperty("id").GetString()}");
        var none = await stranger.GetAsync($"/files/{Guid.CreateVersion7()}");

        Assert.Equal(HttpStatusCode.NotFound, theirs.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, none.StatusCode);
    }

    [Fact]
    public async Task Whoever_is_not_signed_in_gets_and_gives_nothing()
    {
        using var client = site.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });

        var get = await client.GetAsync($"/files/{Guid.CreateVersion7()}");
        var post = await client.PostAsync("/files", Multipart("a.txt", "hello"));

        Assert.Equal(HttpStatusCode.Unauthorized, get.StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, post.StatusCode);
    }

    [Fact]
    public async Task Without_the_pages_token_nothing_is_taken()
    {
        var (client, _) = await SignedInAsync();

        var answer = await client.PostAsync("/files", Multipart("a.txt", "hello"));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task A_refusal_is_said_in_the_readers_language()
    {
        var (client, token) = await SignedInAsync();
        client.DefaultRequestHeaders.AcceptLanguage.Clear();
        client.DefaultRequestHeaders.AcceptLanguage.ParseAdd("zh-CN");

        var (status, answer) = await UploadAsync(client, token, "setup.exe", "hello");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Equal("file.type_not_allowed", answer.GetProperty("code").GetString());
        Assert.Contains("不支持", answer.GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_body_over_the_limit_is_refused_with_a_sentence()
    {
        var (client, token) = await SignedInAsync();

        var (status, answer) = await UploadAsync(client, token, "big.txt", new string('x', 21 * 1_048_576));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Equal("file.too_large", answer.GetProperty("code").GetString());
    }

    [Theory]
    [InlineData("application/json", "{}")]
    [InlineData("multipart/form-data; boundary=x", "--x\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nno file\r\n--x--\r\n")]
    [InlineData("multipart/form-data; boundary=x", "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.txt\"\r\n\r\nbroken off")]
    [InlineData("multipart/form-data", "nothing")]
    public async Task What_is_no_upload_is_refused_and_breaks_nothing(string type, string body)
    {
        var (client, token) = await SignedInAsync();
        using var content = new StringContent(body, Encoding.UTF8);
        content.Headers.ContentType = System.Net.Http.Headers.MediaTypeHeaderValue.Parse(type);

        var (status, answer) = await SendAsync(client, token, content);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Equal("file.malformed", answer.GetProperty("code").GetString());
    }

    private async Task<(HttpClient Client, string Token)> SignedInAsync()
    {
        var person = await site.NewPersonAsync();
        var client = site.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });
        var visitor = new Visitor(client);
        await visitor.SignInAsync(person.UserName);

        return (client, (await visitor.FormAsync("/account/password"))[Token]);
    }

    private static MultipartFormDataContent Multipart(string name, string content) => new() { { new StringContent(content), "file", name } };

    private static Task<(HttpStatusCode Status, JsonElement Answer)> UploadAsync(HttpClient client, string token, string name, string content) =>
        SendAsync(client, token, Multipart(name, content));

    private static async Task<(HttpStatusCode Status, JsonElement Answer)> SendAsync(HttpClient client, string token, HttpContent content)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/files") { Content = content };
        request.Headers.Add("RequestVerificationToken", token);
        request.Headers.Accept.ParseAdd("application/json");
        using var response = await client.SendAsync(request);

        return (response.StatusCode, JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement);
    }
}
