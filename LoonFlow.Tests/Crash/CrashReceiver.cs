using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace LoonFlow.Tests.Crash;

/// <summary>The outside world: takes down which messages reached it, and is away now and then.</summary>
internal sealed class CrashReceiver : IAsyncDisposable
{
    private const int AwayOnceIn = 200;

    private readonly WebApplication _app;
    private readonly ConcurrentDictionary<Guid, int> _heard = new();
    private int _asked;

    private CrashReceiver()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _app = builder.Build();
        _app.MapPost("/{id:guid}", Hear);
    }

    public Uri Url => new(_app.Urls.Single());

    /// <summary>The messages that came, and how often each.</summary>
    public IReadOnlyDictionary<Guid, int> Heard => _heard;

    public static async Task<CrashReceiver> StartAsync()
    {
        var receiver = new CrashReceiver();
        await receiver._app.StartAsync();

        return receiver;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private IResult Hear(Guid id)
    {
        if (Interlocked.Increment(ref _asked) % AwayOnceIn == 0)
        {
            return Results.StatusCode(StatusCodes.Status503ServiceUnavailable);
        }

        _heard.AddOrUpdate(id, 1, (_, times) => times + 1);

        return Results.NoContent();
    }
}
