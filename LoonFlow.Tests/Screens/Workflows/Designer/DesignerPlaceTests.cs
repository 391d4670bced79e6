using LoonFlow.Domain.Workflows;
using LoonFlow.Tests.Support.Workflows;
using LoonFlow.Web.Features.Workflows.Designer;

namespace LoonFlow.Tests.Screens.Workflows.Designer;

public sealed class DesignerPlaceTests
{
    [Fact]
    public void A_problem_of_a_state_leads_to_its_panel_and_control()
    {
        var place = PlaceOf(new PublishingProblem(ProblemSeverity.Error, "workflow.state_name_missing", "Give it a name.") { State = Leave.Leader });

        Assert.Equal((DesignerTab.Flow, Leave.Leader, "state-name"), (place.Tab, place.Selection.OnlyState, place.Control));
    }

    [Fact]
    public void A_problem_of_a_condition_leads_to_the_transition_though_it_names_a_field()
    {
        var place = PlaceOf(new PublishingProblem(ProblemSeverity.Warning, "workflow.condition_field_unknown", "?") { Transition = Leave.LeaderAgrees, Field = "gone" });

        Assert.Equal((DesignerTab.Flow, Leave.LeaderAgrees, "transition-branches"), (place.Tab, place.Selection.OnlyTransition, place.Control));
    }

    [Fact]
    public void A_problem_of_a_field_leads_to_the_form()
    {
        var place = PlaceOf(new PublishingProblem(ProblemSeverity.Error, "workflow.choices_missing", "?") { Field = "kind" });

        Assert.Equal((DesignerTab.Form, "kind"), (place.Tab, place.Selection.Field));
    }

    [Fact]
    public void A_kept_trial_that_fails_leads_to_the_trials() =>
        Assert.Equal(DesignerTab.Try, PlaceOf(new PublishingProblem(ProblemSeverity.Error, "workflow.trial_refused", "?")).Tab);

    [Fact]
    public void What_is_about_the_whole_leads_to_the_settings() =>
        Assert.Equal((DesignerTab.Settings, "workflow-name"), (PlaceOf(new PublishingProblem(ProblemSeverity.Error, "workflow.name_missing", "?")) is var place ? (place.Tab, place.Control) : default));

    [Fact]
    public void A_use_of_a_field_leads_to_where_it_is_said()
    {
        var places = FieldUses.Of(Leave.Document, "days").Select(DesignerPlace.Of).ToArray();

        Assert.Contains(places, place => (place?.Selection.OnlyTransition, place?.Control) == (Leave.LeaderAgrees, "transition-branches"));
        Assert.Contains(places, place => (place?.Selection.OnlyState, place?.Control) == (Leave.New, "state-panel"));
    }

    private static DesignerPlace PlaceOf(PublishingProblem problem) => DesignerPlace.Of(problem, Leave.Document);
}
