using LoonFlow.Domain.Workflows;
using LoonFlow.Tests.Architecture;
using LoonFlow.Web.Features.Workflows.Designer.Panels;

namespace LoonFlow.Tests.Screens.Workflows.Designer.Panels;

public sealed class ProblemPlacesTests
{
    [Theory]
    [InlineData("workflow.state_name_missing", "state-name")]
    [InlineData("workflow.nobody_to_act", "state-participants")]
    [InlineData("workflow.title_placeholder_unknown", "workflow-title")]
    [InlineData("workflow.condition_field_unknown", "transition-branches")]
    public void A_problem_leads_to_its_control(string code, string place)
    {
        Assert.Equal(place, ProblemPlaces.Of(new PublishingProblem(ProblemSeverity.Error, code, "") { State = new StateId(1), Transition = new TransitionId(2) }));
    }

    [Fact]
    public void What_has_no_control_leads_to_the_head_of_its_panel()
    {
        var problem = new PublishingProblem(ProblemSeverity.Error, "workflow.whatever", "");

        Assert.Equal("state-panel", ProblemPlaces.Of(problem with { State = new StateId(1) }));
        Assert.Equal("transition-panel", ProblemPlaces.Of(problem with { Transition = new TransitionId(1), State = new StateId(1) }));
        Assert.Null(ProblemPlaces.Of(problem with { Field = "days" }));
    }

    [Fact]
    public void Every_place_is_the_id_of_a_control()
    {
        const string folder = "LoonFlow.Web/Features/Workflows/Designer/Panels";
        var drawn = string.Concat(Sources.Below([folder], ".razor").Select(Sources.Read));
        var places = Sources.Read($"{folder}/ProblemPlaces.cs").Split('"').Where(text => text.Contains('-', StringComparison.Ordinal) && !text.EndsWith('-') && !text.Contains(' ', StringComparison.Ordinal)).Distinct();

        Assert.All(places, place => Assert.Contains($"\"{(place == "state-call-url" ? "state-call" : place)}\"", drawn, StringComparison.Ordinal));
    }
}
