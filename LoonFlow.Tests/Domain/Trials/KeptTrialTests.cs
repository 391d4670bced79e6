using LoonFlow.Domain.Forms;
using LoonFlow.Domain.Trials;
using LoonFlow.Domain.Workflows;
using LoonFlow.Tests.Support;
using LoonFlow.Tests.Support.Workflows;
using LoonFlow.Web.Data.Json;

namespace LoonFlow.Tests.Domain.Trials;

public sealed class KeptTrialTests
{
    private static readonly DateTimeOffset Monday = new(2026, 3, 9, 9, 0, 0, TimeSpan.Zero);

    private static readonly KeptTrial FourDays = Kept(Leave.Document);

    private static readonly WorkflowDocument Guarded = Leave.Document with { Trials = [FourDays] };

    [Fact]
    public void A_workflow_that_goes_as_it_went_may_be_published() => Assert.Empty(Errors(Guarded));

    [Fact]
    public void One_that_leads_elsewhere_may_not_and_says_where()
    {
        var shortcut = Guarded with
        {
            Transitions = [.. Guarded.Transitions.Select(way => way.Id == Leave.LeaderAgrees ? way with { Branches = [] } : way)],
        };

        var problem = Assert.Single(Errors(shortcut));

        Assert.Equal("workflow.trial_went_elsewhere", problem.Code);
        Assert.Equal(["Four days", "2", "“HR”", "“Director approval”"], problem.Arguments);
    }

    [Fact]
    public void One_that_refuses_a_step_may_not_and_says_why()
    {
        var strict = Guarded with
        {
            States =
            [
                .. Guarded.States.Select(state => state.Id == Leave.New
                    ? state with { Access = new Dictionary<string, FieldAccess>(state.Access, StringComparer.Ordinal) { ["reason"] = FieldAccess.Required } }
                    : state),
            ],
        };

        var problem = Assert.Single(Errors(strict));

        Assert.Equal("workflow.trial_refused", problem.Code);
        Assert.Equal(["Four days", "1", "ticket.form_incomplete"], problem.Arguments.Take(3));
    }

    [Fact]
    public void What_a_file_may_say_and_nobody_can_run_is_told_and_not_run()
    {
        var broken = Guarded with
        {
            Trials = [FourDays with { StartsAt = DateTimeOffset.MaxValue }, FourDays with { Name = "Long", Steps = [.. Enumerable.Repeat(FourDays.Steps[0], KeptTrial.MostSteps + 1)] }, FourDays, FourDays],
        };

        Assert.All(Errors(broken), problem => Assert.Equal("workflow.trial_malformed", problem.Code));
        Assert.NotEmpty(Errors(broken));
        Assert.Contains(Errors(Guarded with { Trials = [.. Enumerable.Range(0, KeptTrial.Most + 1).Select(number => FourDays with { Name = $"{number}" })] }), problem => problem.Code == "workflow.trial_too_many");
    }

    [Fact]
    public void Where_something_else_is_wrong_trials_are_not_run() =>
        Assert.DoesNotContain(Errors(Guarded with { States = [.. Guarded.States.Where(state => state.Id != Leave.Done)] }), problem => problem.Code.StartsWith("workflow.trial", StringComparison.Ordinal));

    [Fact]
    public void It_is_kept_in_the_document_as_it_was()
    {
        var read = DomainJson.Read<WorkflowDocument>(DomainJson.Write(Guarded));

        Assert.Equal(Guarded.Trials, read.Trials);
    }

    private static PublishingProblem[] Errors(WorkflowDocument document) =>
        [.. PublishingRules.Problems(document, Cast.Company).Where(problem => problem.Severity is ProblemSeverity.Error)];

    private static KeptTrial Kept(WorkflowDocument document)
    {
        var run = TrialRun.Begin(new WorkflowVersion(new VersionId(1), new WorkflowId(1), 1, document), Cast.Company, Monday).After(
            new TrialStep.Submit("ann", Leave.Submit, "Holiday", FieldValues.Of(("days", new FieldValue.Decimal(4)), ("kind", new FieldValue.Text("annual")))),
            new TrialStep.Take("bob", Leave.Leader, Leave.LeaderAgrees, null, FieldValues.None));

        return new KeptTrial("Four days", run.StartsAt, run.Steps);
    }
}
