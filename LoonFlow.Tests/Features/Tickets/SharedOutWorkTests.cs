using LoonFlow.Domain.Access;
using LoonFlow.Domain.Organization;
using LoonFlow.Domain.Participants;
using LoonFlow.Domain.Tickets;
using LoonFlow.Domain.Workflows;
using LoonFlow.Tests.Support;
using LoonFlow.Web.Features.Workflows;

namespace LoonFlow.Tests.Features.Tickets;

/// <summary>Participants that take more than the company to know: whose turn it is, who has least to do, whom a service names.</summary>
public sealed class SharedOutWorkTests : IAsyncLifetime
{
    private TestApp _app = null!;
    private TestReceiver _service = null!;
    private Company _company = null!;

    public async Task InitializeAsync()
    {
        _service = await TestReceiver.StartAsync();
        _app = await TestApp.StartAsync(("Hooks:AllowPrivateAddresses", "true"));
        _company = await _app.CompanyAsync();
    }

    public async Task DisposeAsync()
    {
        await _app.DisposeAsync();
        await _service.DisposeAsync();
    }

    [Fact]
    public async Task In_turn_everybody_gets_the_same_number()
    {
        await LeaderStateAsync(state => state with { Participants = Named("wu", "sun", "tang"), Distribution = Distribution.RoundRobin });

        var asked = await FileAsync(6);

        Assert.Equal([2, 2, 2], asked.CountBy(name => name).Select(pair => pair.Value));
    }

    [Fact]
    public async Task The_least_loaded_is_the_one_for_whom_least_waits()
    {
        await LeaderStateAsync(state => state with { Participants = Named("wu", "sun"), Distribution = Distribution.LeastLoaded });

        var asked = await FileAsync(4);

        Assert.Equal([2, 2], asked.CountBy(name => name).Select(pair => pair.Value));
    }

    [Fact]
    public async Task A_service_names_who_acts_and_is_asked_once_per_decision()
    {
        _service.Says("""{"code": 0, "data": "sun,tang"}""");
        await AskServiceAsync();

        var id = (await _app.SubmitLeaveAsync(days: 2)).Value;

        Assert.Equal(["sun", "tang"], await WaitingAsync(id));
        var call = Assert.Single(_service.Calls);
        Assert.Equal("lin", call.Json.GetProperty("creator").GetString());
    }

    [Theory]
    [InlineData("""{"code": 0, "data": "nobody,somebody"}""", "nobody, somebody")]
    [InlineData("""{"code": 5, "msg": "the directory is closed"}""", "the directory is closed")]
    [InlineData("this is not JSON", "hook.answer_not_json")]
    public async Task A_service_that_names_nobody_known_leaves_the_ticket_where_it_was_and_says_why(string answer, string why)
    {
        _service.Says(answer);
        await AskServiceAsync();

        var result = await _app.SubmitLeaveAsync(days: 2);

        Assert.Equal(TicketRefusals.ResolverFailed.Code, result.Refusal?.Code);
        Assert.Contains(result.Refusal!.Arguments, argument => argument.Contains(why, StringComparison.Ordinal));
    }

    /// <summary>Publishes the leave workflow with this first step.</summary>
    private async Task LeaderStateAsync(Func<State, State> change)
    {
        var leave = await _app.WorkflowAsync("Leave");
        var first = leave.LeavingFrom(leave.Start.Id)[0].To;
        var document = leave.Document with { States = [.. leave.States.Select(state => state.Id == first ? change(state) : state)] };
        Expect.Accepted(await _app.UseCases.PublishAsync(leave.Workflow, document));
    }

    private Task AskServiceAsync() => LeaderStateAsync(state => state with
    {
        Participants = new ParticipantSpec.External(new ExternalCall(_service.Url + "/who")),
        Distribution = Distribution.Direct,
    });

    private ParticipantSpec Named(params IEnumerable<string> names) => new ParticipantSpec.People([.. names.Select(name => _company.UserNamed(name)!.Id)]);

    private async Task<IReadOnlyList<string>> FileAsync(int count)
    {
        var asked = new List<string>();

        for (var number = 0; number < count; number++)
        {
            asked.AddRange(await WaitingAsync((await _app.SubmitLeaveAsync(days: 2)).Value));
        }

        return asked;
    }

    private async Task<string[]> WaitingAsync(TicketId id) =>
        [.. (await _app.TicketAsync(id)).OpenVisits.Single().Participants.Select(who => _company.User(who.Person!.Value)!.UserName).Order()];
}
