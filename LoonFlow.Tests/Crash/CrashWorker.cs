using LoonFlow.Tests.Support;
using LoonFlow.Web.Data;
using LoonFlow.Web.Outbox;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace LoonFlow.Tests.Crash;

/// <summary>
/// The program that the crash test kills: the product on a database of the test's, under load. It says on its standard
/// output what it wants and what was confirmed; a line counts from its full stop on. It ends when its standard input does.
/// </summary>
internal static class CrashWorker
{
    public const string Database = "LOONFLOW_CRASH_DATABASE";

    private static readonly TimeSpan DrainsWithin = TimeSpan.FromMinutes(2);

    // Short, so that what a killed worker held is soon delivered by the next one.
    private static readonly OutboxOptions Options = new() { PollEvery = TimeSpan.FromMilliseconds(200), Lease = TimeSpan.FromSeconds(2) };

    public static async Task<int> Main(string[] args)
    {
        if (args is not ["crash-worker", var receiver, var run] || Environment.GetEnvironmentVariable(Database) is not { } connectionString)
        {
            await Console.Error.WriteLineAsync("This program is started by the crash test.");
            return 2;
        }

        var unanswered = await UnansweredAsync();
        _ = Task.Run(EndWithTheTestAsync);

        await using var app = TestApp.Join(connectionString);
        using var http = new HttpClient { BaseAddress = new Uri(receiver) };
        using var dispatcher = new OutboxDispatcher(
            app.Get<IDbContextFactory<LoonFlowDb>>(),
            app.Get<IEnumerable<IOutboxListener>>().Select(listener => new Posting(listener.Name, http)),
            app.Get<OutboxBell>(),
            TimeProvider.System,
            Microsoft.Extensions.Options.Options.Create(Options),
            NullLogger<OutboxDispatcher>.Instance);
        await dispatcher.StartAsync(CancellationToken.None);

        var load = new CrashLoad(app, run);
        await load.RepeatAsync(unanswered);

        if (run != "drain")
        {
            await load.RunAsync();
        }

        var drained = await DrainAsync(app);
        await dispatcher.StopAsync(CancellationToken.None);

        return drained ? 0 : 1;
    }

    /// <summary>What the worker before was asked for and nobody heard the answer of; ends with an empty line.</summary>
    private static async Task<List<CrashAttempt>> UnansweredAsync()
    {
        var unanswered = new List<CrashAttempt>();

        while (await Console.In.ReadLineAsync() is { Length: > 0 } line)
        {
            unanswered.Add(CrashAttempt.Parse(line));
        }

        return unanswered;
    }

    private static async Task EndWithTheTestAsync()
    {
        await Console.In.ReadToEndAsync();
        Environment.Exit(3);
    }

    private static async Task<bool> DrainAsync(TestApp app)
    {
        for (var until = DateTime.UtcNow + DrainsWithin; DateTime.UtcNow < until; await Task.Delay(100))
        {
            await using var db = await app.DbAsync();

            if (!await db.Outbox.AnyAsync())
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Stands for an effect in the outside world.</summary>
    private sealed class Posting(string name, HttpClient http) : IOutboxListener
    {
        public string Name => name;

        public Lane Lane { get; } = new() { Parallel = 4, Batch = 10 };

        public async Task HearAsync(OutboxMessage message, CancellationToken ct)
        {
            using var answer = await http.PostAsync(new Uri($"/{message.Id}", UriKind.Relative), content: null, ct);
            answer.EnsureSuccessStatusCode();
        }
    }
}
