using System.Net;
using System.Text;
using LoonFlow.Domain.Tickets;
using LoonFlow.Tests.Support;
using LoonFlow.Web.Features.Automation;
using Microsoft.Extensions.DependencyInjection;

namespace LoonFlow.Tests.Features.Automation;

/// <summary>Over HTTP, as other systems see it.</summary>
public sealed class HookAnswerEndpointTests : IAsyncLifetime
{
    private TestSite _site = null!;

    public async Task InitializeAsync() => _site = await TestSite.StartAsync();

    public async Task DisposeAsync() => await _site.DisposeAsync();

    [Fact]
    public async Task Whoever_tries_out_addresses_has_to_wait_while_right_ones_are_heard()
    {
        for (var attempt = 0; attempt < HookAnswerThrottle.Most; attempt++)
        {
            Assert.Equal(HttpStatusCode.NotFound, (await AnswerAsync($"guess{attempt}", "{}")).StatusCode);
        }

        var turnedAway = await AnswerAsync("onemore", "{}");

        Assert.Equal(HttpStatusCode.TooManyRequests, turnedAway.StatusCode);
        Assert.Contains("hook.answers_too_many", await turnedAway.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains("ticket.not_found", await (await AnswerAsync(Token(), "{}")).Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_answer_of_more_than_a_megabyte_is_not_read(bool hidesItsLength)
    {
        var body = $$"""{"msg": "{{new string('x', 1_048_576)}}"}""";

        var answer = await AnswerAsync(Token(), body, hidesItsLength);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("hook.answer_malformed", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private string Token() => _site.Services.GetRequiredService<HookTokens>().Make(new HookToken(new TicketId(404), 1, 1));

    private async Task<HttpResponseMessage> AnswerAsync(string token, string body, bool hidesItsLength = false)
    {
        using var client = _site.CreateClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/hooks/answers/{token}")
        {
            Content = new StreamContent(new MemoryStream(Encoding.UTF8.GetBytes(body))),
        };
        request.Headers.TransferEncodingChunked = hidesItsLength;

        return await client.SendAsync(request);
    }
}
