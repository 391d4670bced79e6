using LoonFlow.Domain.Participants;
using LoonFlow.Web.Scripts;
using Microsoft.Extensions.Options;

namespace LoonFlow.Tests.Features.BadInput;

/// <summary>As real processes.</summary>
public sealed class ScriptsThatMisbehaveTests : MisbehaviourTest
{
    [Fact]
    public async Task One_that_never_ends() => await IsToldAndTriedAgainAsync(
        "while True: pass", "The script did not end within 2 seconds and was stopped.", options => options.TimeLimit = TimeSpan.FromSeconds(2));

    [Fact]
    public async Task One_that_waits_for_ever_with_all_that_it_started() => await IsToldAndTriedAgainAsync(
        "import subprocess, time; subprocess.Popen(['sleep', '300']); time.sleep(300)",
        "The script did not end within 2 seconds and was stopped.",
        options => options.TimeLimit = TimeSpan.FromSeconds(2));

    [Fact]
    public async Task One_that_prints_a_hundred_megabytes() => await IsToldAndTriedAgainAsync(
        "import sys\nfor _ in range(100 * 1024): sys.stdout.write('x' * 1023 + '\\n')",
        "The script printed more than the 16 MB that the setting Scripts:MostOutput allows, and was stopped.");

    [Fact]
    public async Task One_that_kills_itself() => await IsToldAndTriedAgainAsync(
        "import os, signal; os.kill(os.getpid(), signal.SIGKILL)", "The script was ended by the signal SIGKILL (9).");

    [Fact]
    public async Task One_that_crashes() => await IsToldAndTriedAgainAsync(
        "raise ValueError('no such account')", "The script failed: ValueError: no such account");

    [Fact]
    public async Task One_that_is_no_program() => await IsToldAndTriedAgainAsync("Dear server, please grant access.", "The script failed: SyntaxError");

    [Fact]
    public async Task The_reader_is_told_in_their_language()
    {
        Speak("zh-CN");

        await IsToldAndTriedAgainAsync("import sys; sys.exit(3)", "脚本执行失败，退出码 3，没有任何输出说明。");
    }

    private async Task IsToldAndTriedAgainAsync(string content, string why, Action<ScriptsOptions>? change = null)
    {
        await PublishAsync(_ => new ParticipantSpec.Script("grant.py"));
        change?.Invoke(App.Get<IOptions<ScriptsOptions>>().Value);
        await Stage.AddScriptAsync(content);
        var (ticket, screen) = await FailAsync(why);

        App.Get<IOptions<ScriptsOptions>>().Value.TimeLimit = TimeSpan.FromMinutes(5);
        await Stage.AddScriptAsync("print('granted')");
        await GoesOnAsync(ticket, screen);

        Assert.Contains("granted", await Stage.CommentsAsync(ticket));
    }
}
