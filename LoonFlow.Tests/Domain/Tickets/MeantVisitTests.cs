using LoonFlow.Domain.Participants;
using LoonFlow.Domain.Tickets;
using LoonFlow.Domain.Workflows;
using LoonFlow.Tests.Support;
using LoonFlow.Tests.Support.Workflows;

namespace LoonFlow.Tests.Domain.Tickets;

public sealed class MeantVisitTests
{
    [Fact]
    public void The_visit_that_the_transition_leaves_is_meant()
    {
        var story = Branches.Branched(Branches.Meeting(JoinSetting.ForAll));

        Assert.Equal(story.In(Branches.Second).Number, MeantVisit.OfTaking(story.SeenBy(Cast.Olga), Branches.SecondAgrees));
        Assert.Equal(story.In(Branches.First).Number, MeantVisit.OfTaking(story.SeenBy(Cast.Cleo), Branches.FirstAgrees));
    }

    [Fact]
    public void Without_one_that_fits_it_is_one_that_waits_for_the_actor_so_that_they_hear_what_is_wrong_there()
    {
        var story = Branches.Branched(Branches.Meeting(JoinSetting.ForAll));

        Assert.Equal(story.In(Branches.Third).Number, MeantVisit.OfTaking(story.SeenBy(Cast.Omar), Branches.FirstAgrees));
        Assert.Equal(story.In(Branches.Third).Number, MeantVisit.OfClaiming(story.SeenBy(Cast.Omar)));
    }

    [Fact]
    public void The_visit_in_which_somebody_was_asked_is_answered_and_the_other_handled()
    {
        var story = Branches.Branched(Branches.Meeting(JoinSetting.ForAll));
        var first = story.In(Branches.First).Number;
        story.ConsultedIn(Branches.First, Cast.Cleo, Cast.Omar);

        Assert.Equal(first, MeantVisit.OfAnswering(story.SeenBy(Cast.Omar)));
        Assert.Equal(story.In(Branches.Third).Number, MeantVisit.OfTaking(story.SeenBy(Cast.Omar), Branches.ThirdAgrees));
    }

    [Fact]
    public void A_ticket_that_is_over_has_none()
    {
        var story = new Story(OneStep.AskingFor(new ParticipantSpec.People([Cast.Bob]))).Filed(Cast.Ann, OneStep.Submit).Taken(Cast.Bob, OneStep.Agree);

        Expect.Refused(TicketRefusals.AlreadyOver, ClaimRules.Claim(story.SeenBy(Cast.Bob), MeantVisit.OfClaiming(story.SeenBy(Cast.Bob))));
    }
}
