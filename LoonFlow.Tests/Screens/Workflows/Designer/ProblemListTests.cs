using Bunit;
using LoonFlow.Domain.Common;
using LoonFlow.Domain.Workflows;
using LoonFlow.Tests.Support;
using LoonFlow.Tests.Support.Workflows;
using LoonFlow.Web.Features;
using LoonFlow.Web.Features.Workflows.Designer;
using Microsoft.Extensions.DependencyInjection;

namespace LoonFlow.Tests.Screens.Workflows.Designer;

public sealed class ProblemListTests : ScreenTest
{
    private static readonly WorkflowDocument Document = Leave.Document with
    {
        States = [.. Leave.Document.States.Select(state => state.Id == Leave.Hr ? state with { Name = new Caption("人事", "Human resources") } : state)],
    };

    private readonly List<PublishingProblem> _asked = [];

    public ProblemListTests() => Services.AddSingleton<RefusalTexts>();

    [Theory]
    [InlineData("en", "Human resources")]
    [InlineData("zh-CN", "人事")]
    public void A_problem_calls_a_state_as_its_reader_does(string language, string name)
    {
        Speak(language);

        var list = Show(Problem("workflow.state_unreachable", ProblemSeverity.Warning));

        Assert.Contains(name, list.Find(".problem-list-line").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void What_must_be_solved_stands_first()
    {
        var list = Show(Problem("workflow.state_unreachable", ProblemSeverity.Warning), Problem("workflow.state_without_exit", ProblemSeverity.Error));

        Assert.Equal(["Must be solved", "Look at this"], list.FindAll(".lf-badge").Select(badge => badge.TextContent.Trim()));
    }

    [Fact]
    public void A_press_asks_to_be_led_there()
    {
        var problem = Problem("workflow.state_without_exit", ProblemSeverity.Error);

        Show(problem).Find(".problem-list-line").Click();

        Assert.Equal([problem], _asked);
    }

    [Fact]
    public void A_field_is_called_by_its_name_not_by_its_key()
    {
        var named = Document with { Fields = [.. Document.Fields.Select(field => field.Key == "days" ? field with { Name = new Caption("天数", "Days away") } : field)] };
        var problem = new PublishingProblem(ProblemSeverity.Error, "workflow.condition_field_unknown", "…") { Arguments = ["Agree", "days"] };

        var list = Show(named, problem);

        Assert.Contains("“Days away”", list.Find(".problem-list-line").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Who_asks_for_it_is_brought_there()
    {
        Show();

        JSInterop.VerifyFocusAsyncInvoke();
    }

    [Fact]
    public void Nothing_wrong_is_said_too() => Assert.Contains("Nothing stands in the way", Show().Markup, StringComparison.Ordinal);

    private static PublishingProblem Problem(string code, ProblemSeverity severity) => new(severity, code, code) { Arguments = ["人事"], State = Leave.Hr };

    private IRenderedComponent<ProblemList> Show(params PublishingProblem[] problems) => Show(Document, problems);

    private IRenderedComponent<ProblemList> Show(WorkflowDocument document, params PublishingProblem[] problems) => Render<ProblemList>(parameters => parameters
        .Add(list => list.Problems, problems)
        .Add(list => list.Document, document)
        .Add(list => list.OnClose, () => { })
        .Add(list => list.OnGo, _asked.Add));
}
