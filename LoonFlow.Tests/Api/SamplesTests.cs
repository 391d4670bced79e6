using System.Globalization;
using System.Text.Json;
using LoonFlow.Domain.Access;
using LoonFlow.Domain.Tickets;
using LoonFlow.Tests.Support;
using LoonFlow.Web.Features;
using LoonFlow.Web.Features.Tickets;

namespace LoonFlow.Tests.Api;

/// <summary>The samples of the documentation, run as they are against a real server.</summary>
public sealed class SamplesTests(ApiServer server) : IClassFixture<ApiServer>
{
    private static readonly string LeaveForm = JsonSerializer.Serialize(new Dictionary<string, object>
    {
        ["title"] = "年假 Annual leave",
        ["leave_type"] = "1",
        ["leave_start"] = "2026-03-09 09:00:00",
        ["leave_end"] = "2026-03-10 18:00:00",
        ["leave_days"] = 2,
        ["leave_proxy"] = "gao",
        ["leave_reason"] = "Family",
    });

    [SampleFact("python3")]
    public async Task Python_goes_the_whole_way_of_a_ticket_with_its_standard_library()
    {
        var said = await RunAsync("python3", "approve.py", "请假申请", "lin", LeaveForm, "wu", "sun");

        Assert.Contains("lin: ", said, StringComparison.Ordinal);
        Assert.Contains("wu: ", said, StringComparison.Ordinal);
        Assert.EndsWith(", over", said.TrimEnd(), StringComparison.Ordinal);
    }

    [SampleFact("curl")]
    public async Task The_shell_comments_once_however_often_it_sends()
    {
        var ticket = await FileAsync();

        var said = await RunAsync("sh", "comment.sh", ticket.Value.ToString(CultureInfo.InvariantCulture), "lin", "Is this \"urgent\"?");

        var lines = said.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(3, lines.Length);
        Assert.Equal(lines[0], lines[1]);
        var history = JsonDocument.Parse(lines[2]).RootElement.GetProperty("data");
        Assert.Equal(2, history.GetProperty("total").GetInt32());
        Assert.Equal("Is this \"urgent\"?", history.GetProperty("value")[0].GetProperty("suggestion").GetString());
    }

    [Fact]
    public async Task CSharp_follows_what_happens_and_signs_whole_requests()
    {
        // Away from the repository, whose settings for builds are not those of whoever copies the sample.
        var folder = Directory.CreateTempSubdirectory("loonflow-sample");
        File.Copy(Repository.PathOf("docs/samples/follow.cs"), Path.Combine(folder.FullName, "follow.cs"));
        await FileAsync();

        var said = await RunAsync("dotnet", "run", Path.Combine(folder.FullName, "follow.cs"), "0", "1");

        Assert.Contains("lin created ", said, StringComparison.Ordinal);
        Assert.Contains("Go on after ", said, StringComparison.Ordinal);
        folder.Delete(recursive: true);
    }

    private async Task<TicketId> FileAsync()
    {
        var leave = await server.WorkflowAsync("Leave");
        var lin = await server.PersonAsync("lin");
        var command = new SubmitTicket(leave.Workflow, SubmissionRules.Available(leave)[0].Id, TestAppLeaveExtensions.LeaveForm(days: 1));

        return Expect.Success(await server.Get<UseCases>().RunAsync((SubmitTicketHandler handler) => handler.HandleAsync(command, lin, default)));
    }

    private Task<string> RunAsync(string program, params string[] arguments) => Samples.RunAsync(server.Url, ApiServer.App, server.Secret, program, arguments);
}

/// <summary>Says plainly that a sample was not run because this machine lacks the program for it.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class SampleFactAttribute : FactAttribute
{
    public SampleFactAttribute(string program)
    {
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? string.Empty).Split(Path.PathSeparator);

        if (!folders.Any(folder => File.Exists(Path.Combine(folder, program))))
        {
            Skip = $"“{program}” is not installed here, so its sample was not run.";
        }
    }
}
