using LoonFlow.Domain.Access;
using LoonFlow.Domain.Common;
using LoonFlow.Domain.Forms;
using LoonFlow.Domain.Notifications;
using LoonFlow.Domain.Tickets;
using LoonFlow.Domain.Workflows;
using LoonFlow.Tests.Support;
using LoonFlow.Tests.Support.Mail;
using LoonFlow.Web.Features.Workflows;

namespace LoonFlow.Tests.Features.BadInput;

/// <summary>
/// A designer misspells a field in the words of a notice and of a title. The ticket goes on all the same: the place stays
/// empty, publishing says so beforehand, and the next notice is right once it was mended.
/// </summary>
public sealed class TemplatesWithUnknownFieldsTests : IAsyncLifetime
{
    private TestApp _app = null!;

    public async Task InitializeAsync()
    {
        _app = await TestApp.StartAsync();
        await _app.ChooseAsync("wu", NoticePreferences.Default with { Language = "en" });
    }

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task The_designer_is_told_before_anybody_reads_it()
    {
        var problems = PublishingRules.Problems(Worded(await _app.WorkflowAsync("Leave"), "leave_dayz"), await _app.CompanyAsync());

        Assert.All(problems, problem => Assert.Equal(ProblemSeverity.Warning, problem.Severity));
        Assert.Equal(
            ["The title template names “leave_dayz”, which stands for nothing.", "A notice has a place for “leave_dayz”, which is no field; nothing will stand there."],
            problems.Select(problem => problem.Message).OrderDescending(StringComparer.Ordinal));
    }

    [Fact]
    public async Task The_notice_comes_with_a_gap_and_the_next_one_without()
    {
        await using var server = await TestMailServer.StartAsync(startTls: false);
        _app.SendMailTo(server.Port);

        await PublishAsync("leave_dayz");
        var gap = await FileAndDeliverAsync();
        var mail = await server.TakeAsync();
        Assert.Equal("林晓 Lin Xiao asks for days", mail.Subject);
        Assert.Contains("From: .", mail.Text, StringComparison.Ordinal);
        Assert.Equal("Leave of days", (await _app.TicketAsync(gap)).Title);
        Assert.Equal(TicketStatus.Ongoing, (await _app.TicketAsync(gap)).Status);

        await PublishAsync("leave_days");
        var whole = await FileAndDeliverAsync();
        Assert.Equal("林晓 Lin Xiao asks for 2 days", (await server.TakeAsync()).Subject);
        Assert.Equal("Leave of 2 days", (await _app.TicketAsync(whole)).Title);
        Assert.Equal(2, (await _app.NoticesAsync("wu")).Count);
    }

    [Theory]
    [InlineData("{")]
    [InlineData("{}")]
    [InlineData("{{{{{")]
    [InlineData("{creator{title}")]
    [InlineData("{0} %s $(whoami) {creator.__class__}")]
    public async Task Whatever_is_typed_is_told_as_something(string words)
    {
        await PublishAsync("leave_days", words);

        await FileAndDeliverAsync();

        Assert.NotEmpty(Assert.Single(await _app.NoticesAsync("wu")).Title.English!);
    }

    private static WorkflowDocument Worded(WorkflowVersion leave, string days, string? title = null) => leave.Document with
    {
        States = [.. leave.States.Select(state => state.Id == leave.Start.Id ? state with { Access = Without(state.Access) } : state)],
        TitleTemplate = $"Leave of {{{days}}} days",
        Notices = new NoticeSettings
        {
            Templates = [new NoticeTemplate(NoticeEvent.Arrival, new Caption(title ?? $"{{creator}} asks for {{{days}}} days"), new Caption($"From: {{{days}}}."))],
        },
    };

    /// <summary>A title may be given, so that without one the template makes it.</summary>
    private static Dictionary<string, FieldAccess> Without(IReadOnlyDictionary<string, FieldAccess> access) =>
        new(access, StringComparer.Ordinal) { [BuiltInField.Title] = FieldAccess.Optional };

    private async Task PublishAsync(string days, string? title = null)
    {
        var leave = await _app.WorkflowAsync("Leave");
        Expect.Accepted(await _app.UseCases.PublishAsync(leave.Workflow, Worded(leave, days, title)));
    }

    private async Task<TicketId> FileAndDeliverAsync()
    {
        var id = (await _app.SubmitLeaveAsync(days: 2, title: string.Empty)).Value;
        await _app.DeliverAllAsync();

        return id;
    }
}
