using System.Diagnostics;
using System.Globalization;
using LoonFlow.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Xunit.Abstractions;

namespace LoonFlow.Tests.Crash;

/// <summary>
/// The application, killed under load at random points and started again: a few times in every run of the tests, as often
/// as LOONFLOW_CRASH_ROUNDS says where it is set. LOONFLOW_CRASH_SEED repeats the moments of an earlier run.
/// </summary>
public sealed class CrashTests(ITestOutputHelper output)
{
    private const int UsualRounds = 4;

    [Fact]
    public async Task Killed_at_any_point_it_loses_and_doubles_nothing_that_was_confirmed()
    {
        var rounds = NumberFrom("LOONFLOW_CRASH_ROUNDS") ?? UsualRounds;
        var seed = NumberFrom("LOONFLOW_CRASH_SEED") ?? Environment.TickCount;
        var random = new Random(seed);
        var took = Stopwatch.StartNew();
        var wanted = new Dictionary<string, CrashAttempt>(StringComparer.Ordinal);
        var confirmed = new HashSet<string>(StringComparer.Ordinal);
        var unanswered = new Dictionary<string, CrashAttempt>(StringComparer.Ordinal);
        await using var app = await TestApp.StartAsync();
        await using var receiver = await CrashReceiver.StartAsync();
        await CrashVerdict.WatchOutboxAsync(app);

        for (var round = 1; round <= rounds; round++)
        {
            using var worker = await CrashProcess.StartAsync(app.ConnectionString, receiver.Url, round.ToString(CultureInfo.InvariantCulture), unanswered.Values);

            // Every fifth kill meets a worker that is still starting, or at what the one before left.
            if (round % 5 != 0)
            {
                await worker.ReadyAsync();
            }

            // Counted in decisions, so that a slow machine is not always met at the same point; then to any instant of one.
            await worker.ConfirmedAsync(random.Next(200), atMost: TimeSpan.FromSeconds(2));
            await Task.Delay(random.Next(30));
            await worker.KillAsync();
            Remember(worker);
        }

        using (var last = await CrashProcess.StartAsync(app.ConnectionString, receiver.Url, "drain", unanswered.Values))
        {
            await last.EndAsync();
            Remember(last);
        }

        var verdict = await CrashVerdict.OfAsync(app, wanted, confirmed, receiver);
        output.WriteLine($"{rounds} rounds in {took.Elapsed.TotalSeconds:0} s, seed {seed}: {verdict}");

        Assert.NotEmpty(confirmed);
        Assert.Empty(verdict.Lost);
        Assert.Empty(verdict.Doubled);
        Assert.Empty(verdict.EffectsLost);
        Assert.Empty(verdict.Inconsistent);

        void Remember(CrashProcess worker)
        {
            foreach (var attempt in worker.Wanted.Values)
            {
                wanted[attempt.Token] = attempt;

                if (attempt.IsRepeatable)
                {
                    unanswered[attempt.Token] = attempt;
                }
            }

            confirmed.UnionWith(worker.Confirmed);

            foreach (var token in worker.Confirmed.Concat(worker.Refused))
            {
                unanswered.Remove(token);
            }
        }
    }

    private static int? NumberFrom(string variable) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
