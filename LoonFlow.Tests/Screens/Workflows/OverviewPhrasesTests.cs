using LoonFlow.Domain.Organization;
using LoonFlow.Domain.Participants;
using LoonFlow.Domain.Timers;
using LoonFlow.Domain.Workflows;
using LoonFlow.Tests.Support;
using LoonFlow.Web.Data.Demo;
using LoonFlow.Web.Features.Workflows;
using LoonFlow.Web.Features.Workflows.Overview;
using LoonFlow.Web.Resources;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;

namespace LoonFlow.Tests.Screens.Workflows;

/// <summary>Whatever a state may ask for and do has words on the overview.</summary>
public sealed class OverviewPhrasesTests : AppScreenTest
{
    private static readonly ExternalCall Call = new("https://crm.example.com/people?key=1");

    [Fact]
    public async Task Everybody_whom_a_state_may_ask_has_words()
    {
        var (overview, texts) = await OpenAsync("Leave");
        var phrases = new ParticipantPhrases(overview, texts);
        var state = overview.Version.States.First(state => state.Kind is StateKind.Normal);
        var field = overview.Version.Fields[0];
        var department = overview.Company.Departments[0];

        string Of(ParticipantSpec spec) => phrases.Of(state with { Participants = spec });

        Assert.Equal("The creator’s leader", Of(new ParticipantSpec.CreatorsLeader()));
        Assert.Equal("The creator’s leader, level 2", Of(new ParticipantSpec.CreatorsLeader(2)));
        Assert.Equal($"The leaders of: {department.Name}", Of(new ParticipantSpec.DepartmentLeaders([department.Id])));
        Assert.Equal("Whoever handled it before", Of(new ParticipantSpec.PreviousHandler()));
        Assert.Equal($"Whom the form names: {field.Name.English}, unknown", Of(new ParticipantSpec.Fields([field.Key, "unknown"])));
        Assert.Equal("Whom the parent ticket’s form names: buyer", Of(new ParticipantSpec.ParentFields(["buyer"])));
        Assert.Equal("Whom crm.example.com names", Of(new ParticipantSpec.External(Call)));
        Assert.Equal("The hook at crm.example.com", Of(new ParticipantSpec.Hook(Call)));
        Assert.Equal("The hook at crm.example.com, which answers later", Of(new ParticipantSpec.Hook(Call, Waits: true)));
        Assert.Equal("The creator · The creator’s leader", Of(new ParticipantSpec.Union([new ParticipantSpec.Creator(), new ParticipantSpec.CreatorsLeader()])));
        Assert.Equal("#999", Of(new ParticipantSpec.People([new UserId(999)])));
    }

    [Fact]
    public async Task Forks_joins_and_votes_say_how_they_go_on()
    {
        var (overview, texts) = await OpenAsync("Release");
        var notes = overview.Version.States.ToDictionary(state => state.Name.In("en"), new StateNotes(overview, texts).Of);

        Assert.Contains("The branches meet in “Reviews complete”", notes["Reviews begin"]);
        Assert.Contains(notes["Reviews begin"], note => note.StartsWith("Goes on to all at once: ", StringComparison.Ordinal));
        Assert.Contains(notes["Reviews complete"], note => note.StartsWith("Waits for ", StringComparison.Ordinal));
        Assert.NotEmpty(notes["Release board"]);
    }

    [Fact]
    public async Task Timers_say_when_and_what()
    {
        var (overview, texts) = await OpenAsync("Leave");
        var notes = new StateNotes(overview, texts);
        var state = overview.Version.States.First(state => state.Kind is StateKind.Normal);

        IReadOnlyList<string> Of(TimerAction action, TimeSpan after, bool inBusinessTime = false) => notes.Of(new State
        {
            Id = state.Id,
            Name = state.Name,
            Timers = [new TimerSetting { Number = 1, Action = action, After = after, InBusinessTime = inBusinessTime }],
        });

        Assert.Equal(["After 1 d 2 h 30 min: a reminder"], Of(new TimerAction.Remind(1, TimeSpan.Zero), new TimeSpan(1, 2, 30, 0)));
        Assert.Equal(["After 26 h of working time: 3 reminders, 8 h apart"], Of(new TimerAction.Remind(3, TimeSpan.FromHours(8)), TimeSpan.FromHours(26), inBusinessTime: true));
        Assert.Equal(["After 2 d: goes to the leaders instead"], Of(new TimerAction.Escalate(new EscalationTarget.Leader(), Replaces: true), TimeSpan.FromDays(2)));
        Assert.Equal(["After 2 d: asks the administrators too"], Of(new TimerAction.Escalate(new EscalationTarget.Administrators(), Replaces: false), TimeSpan.FromDays(2)));
    }

    [Fact]
    public async Task Children_say_what_is_started_and_for_whom_it_waits()
    {
        var (overview, texts) = await OpenAsync("Leave");
        var state = overview.Version.States.First(state => state.Kind is StateKind.Normal);
        var children = new ChildrenSetting { Workflow = overview.Workflow.Id, Per = ChildrenPer.Row, Field = overview.Version.Fields[0].Key, Wait = ChildrenWait.Count, Count = 2 };

        var notes = new StateNotes(overview, texts).Of(new State { Id = state.Id, Name = state.Name, Children = children });

        Assert.Equal([$"Starts a child ticket “Leave” for each line of {overview.Version.Fields[0].Name.English}", "Waits for 2 children"], notes);
    }

    [Fact]
    public async Task Every_choice_has_words_in_both_languages()
    {
        foreach (var language in (string[])["en", "zh-CN"])
        {
            Speak(language);
            var (_, texts) = await OpenAsync("Leave");
            string[] keys =
            [
                .. typeof(ParticipantSpec).GetNestedTypes().Select(type => $"Who{type.Name}"),
                .. typeof(VotingPolicy).GetNestedTypes().Select(type => $"NoteVote{type.Name}"),
                .. Enum.GetNames<JoinNeeds>().Select(name => $"NoteJoin{name}"),
                .. Enum.GetNames<ChildrenPer>().Select(name => $"NoteChildren{name}"),
                .. Enum.GetNames<ChildrenWait>().Select(name => $"NoteWait{name}"),
                .. Enum.GetNames<ReturnTargets>().Where(name => name != nameof(ReturnTargets.None)).Select(name => $"NoteReturn{name}"),
                .. Enum.GetNames<EmptyParticipants>().Where(name => name != nameof(EmptyParticipants.Refuse)).Select(name => $"NoteEmpty{name}"),
                .. Enum.GetNames<Distribution>().Select(name => $"Distribution{name}"),
            ];

            Assert.All(keys, key => Assert.False(texts[key].ResourceNotFound, key));
        }
    }

    private async Task<(WorkflowOverview Overview, IStringLocalizer<OverviewTexts> Texts)> OpenAsync(string name)
    {
        var administrator = await App.PersonAsync(DemoPeople.Administrator);
        var workflow = await App.WorkflowAsync(name);
        var overview = await App.Get<WorkflowQueries>().OverviewAsync(workflow.Workflow, administrator, CancellationToken.None);

        return (overview!, Services.GetRequiredService<IStringLocalizer<OverviewTexts>>());
    }
}
