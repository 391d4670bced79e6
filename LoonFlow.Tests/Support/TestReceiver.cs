using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;

namespace LoonFlow.Tests.Support;

/// <summary>Another system: a real server on this machine that keeps what it was sent and answers as a test wants.</summary>
public sealed class TestReceiver : IAsyncDisposable
{
    private readonly WebApplication _server;
    private readonly ConcurrentQueue<Call> _calls = new();

    private TestReceiver()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        _server = builder.Build();
        _server.Run(AnswerAsync);
    }

    public sealed record Call(string Method, string Path, IReadOnlyDictionary<string, string> Headers, string Body)
    {
        public JsonElement Json => JsonDocument.Parse(Body).RootElement;
    }

    public IReadOnlyList<Call> Calls => [.. _calls];

    public string Url => _server.Urls.Single();

    /// <summary>What it does after it has read a request.</summary>
    public Func<Call, HttpResponse, Task> Answer { get; set; } = (_, response) => response.WriteAsync("""{"code": 0, "msg": "done"}""");

    public static async Task<TestReceiver> StartAsync()
    {
        var receiver = new TestReceiver();
        await receiver._server.StartAsync();

        return receiver;
    }

    public void Says(string answer, int status = 200) => Answer = (_, response) =>
    {
        response.StatusCode = status;

        return response.WriteAsync(answer);
    };

    /// <summary>From now on it takes requests and never answers.</summary>
    public void Hangs() => Answer = (_, response) => Task.Delay(Timeout.Infinite, response.HttpContext.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);

    public async ValueTask DisposeAsync()
    {
        using var now = new CancellationTokenSource(TimeSpan.Zero);
        await _server.StopAsync(now.Token);
        await _server.DisposeAsync();
    }

    private async Task AnswerAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        var call = new Call(
            context.Request.Method,
            context.Request.Path + context.Request.QueryString,
            context.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase),
            await reader.ReadToEndAsync());
        _calls.Enqueue(call);
        await Answer(call, context.Response);
    }
}
