using LoonFlow.Domain.Participants;
using LoonFlow.Domain.Tickets;
using LoonFlow.Domain.Workflows;
using LoonFlow.Tests.Support;
using LoonFlow.Tests.Support.Workflows;

namespace LoonFlow.Tests.Domain.Tickets;

/// <summary>Bob or Cleo does the work, Gil checks it and may send it back to whoever did it (spec B.14).</summary>
public sealed class LastHandlerTests
{
    private static readonly StateId New = new(1);
    private static readonly StateId Work = new(2);
    private static readonly StateId Check = new(3);
    private static readonly StateId Done = new(4);

    private static readonly TransitionId Submit = new(11);
    private static readonly TransitionId Worked = new(21);
    private static readonly TransitionId Checked = new(31);
    private static readonly TransitionId Again = new(32);

    [Fact]
    public void A_state_that_remembers_asks_whoever_decided_there_last() =>
        Assert.Equal([Cast.Cleo], Filed().Claimed(Cast.Cleo).Taken(Cast.Cleo, Worked).Taken(Cast.Gil, Again).Waiting);

    [Fact]
    public void Without_it_everybody_is_asked_again() =>
        Assert.Equal([Cast.Bob, Cast.Cleo], Filed(remembers: false).Claimed(Cast.Cleo).Taken(Cast.Cleo, Worked).Taken(Cast.Gil, Again).Waiting);

    [Fact]
    public void Who_only_claimed_commented_or_handed_it_on_is_not_remembered()
    {
        var story = Filed().Claimed(Cast.Bob).Commented(Cast.Bob, "Not my kind of work").Forwarded(Cast.Bob, Cast.Cleo).Taken(Cast.Cleo, Worked).Commented(Cast.Rita, "Good");

        Assert.Equal([Cast.Cleo], story.Taken(Cast.Gil, Again).Waiting);
    }

    [Fact]
    public void Whoever_moved_it_on_from_outside_is_not_remembered() =>
        Assert.Equal([Cast.Bob, Cast.Cleo], Filed().Jumped(Cast.Rita, Check).Taken(Cast.Gil, Again).Waiting);

    [Fact]
    public void Nobody_is_remembered_on_the_first_arrival() => Assert.Equal([Cast.Bob, Cast.Cleo], Filed().Waiting);

    [Fact]
    public void When_they_have_left_since_it_goes_to_those_whom_the_state_asks()
    {
        var story = Filed().Claimed(Cast.Cleo).Taken(Cast.Cleo, Worked).Without(Cast.Cleo);

        Assert.Equal([Cast.Bob], story.Taken(Cast.Gil, Again).Waiting);
    }

    private static Story Filed(bool remembers = true) => new Story(new Sketch("Checked work")
        .Start(New, "New", "title?")
        .Step(Work, "Work", new ParticipantSpec.People([Cast.Bob, Cast.Cleo])).Claimed().But(state => state with { RemembersLastHandler = remembers })
        .Step(Check, "Check", new ParticipantSpec.People([Cast.Gil]))
        .End(Done, "Done")
        .Agree(Submit, "Submit", New, Work)
        .Agree(Worked, "Worked", Work, Check)
        .Agree(Checked, "Checked", Check, Done)
        .Refuse(Again, "Again", Check, Work)
        .Version(25)).Filed(Cast.Ann, Submit);
}
