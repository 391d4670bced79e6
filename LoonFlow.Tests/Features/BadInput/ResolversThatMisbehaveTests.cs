using Bunit;
using LoonFlow.Domain.Access;
using LoonFlow.Domain.Participants;
using LoonFlow.Domain.Tickets;
using LoonFlow.Domain.Workflows;
using LoonFlow.Tests.Support;
using LoonFlow.Web.Features.Tickets.Detail;
using LoonFlow.Web.Features.Workflows;
using LoonFlow.Web.Hooks;
using Microsoft.Extensions.Options;

namespace LoonFlow.Tests.Features.BadInput;

/// <summary>
/// Behind the leader of Lin's leave, a real service on this machine says who acts. Wu agrees, reads why that does not work,
/// and agrees again when the service was mended.
/// </summary>
public sealed class ResolversThatMisbehaveTests : AppScreenTest
{
    [Theory]
    [InlineData("""{"code": 0, "data": "nobody,somebody"}""", "It named only people who are unknown here or have left: nobody, somebody.")]
    [InlineData("""{"code": 0, "data": ["qu"]}""", "It named only people who are unknown here or have left: qu.")]
    [InlineData("""{"code": 5, "msg": "the directory is closed"}""", "It answered with an error: “the directory is closed”.")]
    [InlineData("<html/>", "The answer was not JSON.")]
    [InlineData("""{"code": 0, "data": {"who": "me"}}""", "It did not say who acts. Expected is “data” with user names")]
    [InlineData("""{"code": 0, "data": [1, 2]}""", "It did not say who acts. Expected is “data” with user names")]
    [InlineData("""{"code": 0}""", "It did not say who acts. Expected is “data” with user names")]
    [InlineData("""{"code": 0, "data": ""}""", "Nobody active is left who could act in")]
    public async Task One_that_names_nobody_known(string answer, string why) => await IsToldAndTriedAgainAsync(service => service.Says(answer), why);

    [Fact]
    public async Task One_that_hangs() => await IsToldAndTriedAgainAsync(service => service.Hangs(), "127.0.0.1 did not answer within 5 seconds.");

    [Fact]
    public async Task One_that_answers_three_megabytes() => await IsToldAndTriedAgainAsync(
        service => service.Says($$"""{"code": 0, "data": "{{new string('x', 3_000_000)}}"}"""), "The answer was larger than 64 KB");

    [Fact]
    public async Task The_reader_is_told_in_their_language()
    {
        Speak("zh-CN");

        await IsToldAndTriedAgainAsync(service => service.Says("""{"code": 0, "data": "nobody"}"""), "它给出的人员均不存在或已离职：nobody。");
    }

    private async Task IsToldAndTriedAgainAsync(Action<TestReceiver> misbehave, string why)
    {
        App.Get<IOptions<HooksOptions>>().Value.AllowPrivateAddresses = true;
        await using var service = await TestReceiver.StartAsync();
        await AskBehindTheLeaderAsync(service.Url);
        var ticket = (await App.SubmitLeaveAsync(days: 2)).Value;
        var before = await App.TicketAsync(ticket);
        await SignInAsync("wu");
        var screen = Render<TicketPage>(parameters => parameters.Add(page => page.Id, ticket.Value));
        screen.WaitForElement("#ticket-comment").Input("Enjoy it");
        misbehave(service);

        await AgreeAsync(screen);

        Assert.Contains(why, screen.WaitForElement("[role=alert]").TextContent, StringComparison.Ordinal);
        Assert.Equal("Enjoy it", screen.Find("#ticket-comment").GetAttribute("value"));
        var after = await App.TicketAsync(ticket);
        Assert.Equal((before.Revision, before.State, before.VisitCount), (after.Revision, after.State, after.VisitCount));

        service.Says("""{"code": 0, "data": "sun, nobody"}""");
        await AgreeAsync(screen);

        screen.WaitForElement("[data-next]");
        Assert.Equal([(await App.PersonAsync("sun")).Id], (await App.TicketAsync(ticket)).OpenVisits.Single().Participants.Select(who => who.Person!.Value));
    }

    private static Task AgreeAsync(IRenderedComponent<TicketPage> screen) => screen.PressAsync("[data-transition]");

    private async Task AskBehindTheLeaderAsync(string url)
    {
        var leave = await App.WorkflowAsync("Leave");
        var leader = leave.LeavingFrom(leave.Start.Id)[0].To;
        var next = leave.LeavingFrom(leader).First(way => way.Kind is TransitionKind.Agree).To;
        var document = leave.Document with
        {
            States =
            [
                .. leave.States.Select(state => state.Id == next
                    ? state with { Participants = new ParticipantSpec.External(new ExternalCall($"{url}/who")), Distribution = Distribution.Direct, WhenEmpty = EmptyParticipants.Refuse }
                    : state),
            ],
        };
        Expect.Accepted(await App.UseCases.PublishAsync(leave.Workflow, document));
    }
}
