using System.Diagnostics;
using System.Globalization;
using LoonFlow.Tests.Support;
using LoonFlow.Web.Scripts;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace LoonFlow.Tests.Scripts;

[Collection(AloneCollection.Name)]
public sealed class ScriptRunnerTests
{
    private const string Input = """{"ticket_id": 7, "action_from": "loonrobot", "ticket": {"creator": "lin", "title": "请假", "days": 3}}""";

    private readonly ScriptsOptions _options = new() { Enabled = true, TimeLimit = TimeSpan.FromSeconds(30) };

    [Fact]
    public async Task A_script_prints_the_creator_of_its_ticket()
    {
        var result = await RunAsync("print(ticket['creator'], ticket['title'], ticket_id, action_from)");

        Assert.Null(result.Problem);
        Assert.Equal("lin 请假 7 loonrobot", result.Output);
    }

    [Fact]
    public async Task A_script_calls_another_system()
    {
        await using var receiver = await TestReceiver.StartAsync();

        var result = await RunAsync($"""
            import json, urllib.request
            body = json.dumps(dict(ticket_id=ticket_id, action_from=action_from)).encode()
            with urllib.request.urlopen(urllib.request.Request('{receiver.Url}/done', body)) as answer:
                print(json.load(answer)['msg'])
            """);

        Assert.Equal("done", result.Output);
        var told = Assert.Single(receiver.Calls).Json;
        Assert.Equal(7, told.GetProperty("ticket_id").GetInt64());
        Assert.Equal("loonrobot", told.GetProperty("action_from").GetString());
    }

    [Fact]
    public async Task One_that_fails_says_why()
    {
        var result = await RunAsync("print('before')\nraise ValueError('no such account')");

        Assert.Equal("script.failed", result.Problem?.Code);
        Assert.Equal("ValueError: no such account", Assert.Single(result.Problem!.Arguments));
        Assert.Equal("before", result.Output);
        Assert.Contains("script.py\", line 2", result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("prelude", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_with_an_exit_code_and_no_words_fails_too()
    {
        Assert.Equal(["3"], (await RunAsync("import sys; sys.exit(3)")).Problem!.Arguments);
    }

    [Fact]
    public async Task One_that_never_ends_is_stopped_with_all_that_it_started()
    {
        _options.TimeLimit = TimeSpan.FromSeconds(2);

        var result = await RunAsync("""
            import subprocess, sys, time
            child = subprocess.Popen(['sleep', '300'])
            loose = subprocess.Popen(['sleep', '300'], start_new_session=True)
            print(child.pid, loose.pid)
            sys.stdout.flush()
            while True: time.sleep(1)
            """);

        Assert.Equal("script.timed_out", result.Problem?.Code);
        Assert.All(result.Output.Split(' '), id => Assert.True(IsGone(int.Parse(id, CultureInfo.InvariantCulture)), $"{id} still runs"));
    }

    [Fact]
    public async Task What_a_script_leaves_behind_does_not_hold_it_up()
    {
        var clock = Stopwatch.StartNew();

        var result = await RunAsync("import subprocess; print(subprocess.Popen(['sleep', '300'], start_new_session=True).pid)");

        Assert.Null(result.Problem);
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(20));
        Assert.True(IsGone(int.Parse(result.Output, CultureInfo.InvariantCulture)));
    }

    [Fact]
    public async Task A_hundred_megabytes_of_output_fill_no_memory()
    {
        _options.MostOutput = 200 * 1_048_576;
        var before = GC.GetTotalMemory(forceFullCollection: true);

        var result = await RunAsync("""
            import sys
            line = 'x' * 1023 + '\n'
            for _ in range(100 * 1024): sys.stdout.write(line)
            """);

        Assert.Null(result.Problem);
        Assert.EndsWith("… (102400 KB)", result.Output, StringComparison.Ordinal);
        Assert.True(result.Output.Length < _options.OutputLimit + 100);
        Assert.True(GC.GetTotalMemory(forceFullCollection: true) - before < 10_000_000);
    }

    [Theory]
    [InlineData("stdout")]
    [InlineData("stderr")]
    public async Task One_that_prints_without_end_is_stopped(string stream)
    {
        _options.MostOutput = 1_048_576;

        var result = await RunAsync($"import sys\nwhile True: sys.{stream}.write('x' * 1023 + '\\n')");

        Assert.Equal("script.too_much_output", result.Problem?.Code);
        Assert.Equal(["1"], result.Problem!.Arguments);
    }

    [Theory]
    [InlineData("SIGKILL", "SIGKILL (9)")]
    [InlineData("SIGTERM", "SIGTERM (15)")]
    public async Task One_that_kills_itself_fails_with_its_signal(string signal, string words)
    {
        var result = await RunAsync($"import os, signal; os.kill(os.getpid(), signal.{signal})");

        Assert.Equal("script.signalled", result.Problem?.Code);
        Assert.Equal(words, Assert.Single(result.Problem!.Arguments));
    }

    [Fact]
    public async Task One_that_wants_too_much_memory_is_told_so()
    {
        _options.MemoryLimit = 256 * 1_048_576;

        Assert.Equal("script.too_much_memory", (await RunAsync("x = bytearray(1024 ** 3)")).Problem?.Code);
    }

    [Fact]
    public async Task A_script_inherits_no_secrets_and_works_in_an_empty_folder_that_goes_with_it()
    {
        Environment.SetEnvironmentVariable("ConnectionStrings__Secret", "s3cret");

        var result = await RunAsync("import os; print('s3cret' in str(os.environ), sorted(os.listdir('.')), os.getcwd(), os.environ['LOONFLOW_RUN_ID'])");

        var words = result.Output.Split(' ');
        Assert.Equal("False", words[0]);
        Assert.Equal("7-1-1", words[^1]);
        Assert.False(Directory.Exists(words[^2]));
    }

    [Fact]
    public async Task Input_may_be_read_or_ignored()
    {
        Assert.Equal("7", (await RunAsync("import json, sys; print(json.load(sys.stdin)['ticket_id'])")).Output);
        Assert.Equal("ok", (await RunAsync("print('ok')", input: $$"""{"ticket_id": 1, "text": "{{new string('x', 1_000_000)}}"}""")).Output);
    }

    [Fact]
    public async Task Other_interpreters_read_the_values_on_their_input()
    {
        _options.Interpreters = "python=python3; shell=/bin/sh";

        Assert.Equal(Input, (await RunAsync("cat", interpreter: "shell")).Output);
    }

    [Fact]
    public async Task What_cannot_run_says_so_plainly()
    {
        Assert.Equal("script.interpreter_unknown", (await RunAsync("", interpreter: "perl")).Problem?.Code);

        _options.Interpreters = "python=no-such-program";
        Assert.Equal("script.interpreter_missing", (await RunAsync("")).Problem?.Code);

        _options.Enabled = false;
        Assert.Equal("script.disabled", (await RunAsync("")).Problem?.Code);
    }

    private async Task<ScriptRunResult> RunAsync(string content, string interpreter = "python", string input = Input)
    {
        using var runner = new ScriptRunner(Options.Create(_options), NullLogger<ScriptRunner>.Instance);

        return await runner.RunAsync(new ScriptRequest("7-1-1", interpreter, content, input), CancellationToken.None);
    }

    /// <summary>A dead process that nobody has buried yet is gone too.</summary>
    private static bool IsGone(int id)
    {
        for (var attempt = 0; attempt < 100; attempt++)
        {
            var stat = $"/proc/{id}/stat";

            if (!File.Exists(stat) || File.ReadAllText(stat).Split(' ')[2] is "Z" or "X")
            {
                return true;
            }

            Thread.Sleep(20);
        }

        return false;
    }
}
