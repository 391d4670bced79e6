using Bunit;
using LoonFlow.Domain.Forms;
using LoonFlow.Domain.Trials;
using LoonFlow.Tests.Domain.Forms;
using LoonFlow.Tests.Screens.Tickets.Forms;
using LoonFlow.Tests.Support;
using LoonFlow.Web.Features.Workflows.Designer.Trials;

namespace LoonFlow.Tests.Screens.Workflows.Designer.Trials;

/// <summary>The form of a trial is the form of a ticket.</summary>
public sealed class TrialFormTests : FormScreen
{
    private static readonly FormLayout Layout = new([new FormTab("One", [new FormSection("Where", [new FormRow(["country", "city"]), new FormRow(["urgent"])])])]);

    private static readonly TrialRun Run = TrialRun.Begin(Order.VersionOf(Order.Document with { Layout = Layout }), Cast.Company, new TestClock().GetUtcNow());

    [Fact]
    public void It_is_laid_out_as_designed() => Assert.Equal("2", Draw().Find(".lf-form-row").GetAttribute("data-fields"));

    [Fact]
    public void What_is_shown_by_a_condition_comes_and_goes()
    {
        var form = Draw();
        Assert.Empty(form.FindAll("#trial-new-reason"));

        form.Find("#trial-new-urgent input").Change("true");

        Assert.Single(form.FindAll("#trial-new-reason"));
    }

    [Fact]
    public void Who_is_missing_is_said_where_one_looks_and_led_to()
    {
        var form = Draw();

        form.Find(".lf-actions button").Click();

        Assert.Equal("/#trial-by", form.Find(".lf-errors a").GetAttribute("href"));
    }

    private IRenderedComponent<TrialStart> Draw() => Render<TrialStart>(start => start.Add(it => it.Run, Run).Add(it => it.OnStep, _ => { }));
}
