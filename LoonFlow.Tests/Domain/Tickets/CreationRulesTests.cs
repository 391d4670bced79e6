using LoonFlow.Domain.Access;
using LoonFlow.Domain.Forms;
using LoonFlow.Domain.Organization;
using LoonFlow.Domain.Tickets;
using LoonFlow.Domain.Workflows;
using LoonFlow.Tests.Support;
using LoonFlow.Tests.Support.Workflows;

namespace LoonFlow.Tests.Domain.Tickets;

public sealed class CreationRulesTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
    private static readonly TimeZoneInfo Shanghai = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");
    private static readonly CreationLimits ThreeADay = new() { Frequency = new FrequencyLimit(TimeSpan.FromHours(24), 3, LimitScope.PerPerson) };

    [Fact]
    public void Without_limits_everybody_may_file() => Assert.Null(CreationRules.WhyNot(CreationLimits.None, Cast.Actor(Cast.Eve)));

    [Fact]
    public void Only_the_people_named_may_file()
    {
        var limits = new CreationLimits { People = [Cast.Ann] };

        Assert.Null(CreationRules.WhyNot(limits, Cast.Actor(Cast.Ann)));
        Assert.Equal(CreationRefusals.NotForYou, CreationRules.WhyNot(limits, Cast.Actor(Cast.Bob)));
    }

    [Fact]
    public void A_department_is_named_with_all_below_it()
    {
        var limits = new CreationLimits { Departments = [Cast.HumanResources] };

        Assert.Null(CreationRules.WhyNot(limits, Cast.Actor(Cast.Cleo)));
        Assert.Null(CreationRules.WhyNot(limits, Cast.Actor(Cast.Dan)));
        Assert.NotNull(CreationRules.WhyNot(limits, Cast.Actor(Cast.Gil)));
    }

    [Fact]
    public void All_that_is_given_must_hold()
    {
        var limits = new CreationLimits { Roles = [Cast.Operators], People = [Cast.Ann, Cast.Olga] };

        Assert.Null(CreationRules.WhyNot(limits, Cast.Actor(Cast.Olga)));
        Assert.NotNull(CreationRules.WhyNot(limits, Cast.Actor(Cast.Omar)));
        Assert.NotNull(CreationRules.WhyNot(limits, Cast.Actor(Cast.Ann)));
    }

    [Fact]
    public void An_empty_list_lets_nobody_file() => Assert.All(Cast.Active, id => Assert.NotNull(CreationRules.WhyNot(new CreationLimits { People = [] }, Cast.Actor(id))));

    [Fact]
    public void Filing_asks_the_same_rule()
    {
        var workflow = new WorkflowVersion(new VersionId(1), new WorkflowId(1), 1, OneStep.Sketched(state => state).Document with { Limits = new CreationLimits { People = [Cast.Bob] } });
        var facts = new DecisionFacts { Now = Now, Company = Cast.Company, Access = WorkflowAccess.Restricted };

        Assert.Equal(CreationRefusals.NotForYou, SubmissionRules.Submit(workflow, Cast.Actor(Cast.Ann), OneStep.Submit, FieldChanges.None, null, facts).Refusal);
        Assert.True(SubmissionRules.Submit(workflow, Cast.Actor(Cast.Bob), OneStep.Submit, FieldChanges.None, null, facts).Succeeded);
    }

    [Fact]
    public void Whoever_filed_as_many_as_the_period_allows_is_told_how_many_and_when_the_next_one_is_possible()
    {
        var refusal = CreationRules.WhyNotNow(ThreeADay, new CreationFacts(Now.AddHours(-23).AddSeconds(1), 0), Now, Shanghai)!;

        Assert.Equal("creation.too_many", refusal.Code);
        Assert.Equal(["3", "24", "2026-03-02 18:01"], refusal.Arguments);
    }

    [Theory]
    [InlineData(-24, true)]
    [InlineData(-25, true)]
    [InlineData(-23.9, false)]
    public void The_period_slides(double hours, bool may) =>
        Assert.Equal(may, CreationRules.WhyNotNow(ThreeADay, new CreationFacts(Now.AddHours(hours), 0), Now, Shanghai) is null);

    [Fact]
    public void Fewer_than_the_period_allows_are_fine() => Assert.Null(CreationRules.WhyNotNow(ThreeADay, CreationFacts.Nothing, Now, Shanghai));

    [Theory]
    [InlineData(1, true)]
    [InlineData(2, false)]
    [InlineData(3, false)]
    public void At_most_so_many_are_open_at_once(int open, bool may) => Assert.Equal(
        may,
        CreationRules.WhyNotNow(new CreationLimits { Open = new OpenLimit(2, LimitScope.Everyone) }, new CreationFacts(null, open), Now, Shanghai) is null);

    [Fact]
    public void Publishing_names_limits_that_cannot_be_meant()
    {
        var limits = new CreationLimits
        {
            Frequency = new FrequencyLimit(TimeSpan.Zero, 0, (LimitScope)9),
            Open = new OpenLimit(0, LimitScope.Everyone),
            People = [Cast.Ivan],
            Departments = [new DepartmentId(99)],
            Roles = [new RoleId(99)],
        };

        var problems = PublishingRules.Problems(OneStep.Sketched(state => state).Document with { Limits = limits }, Cast.Company);

        Assert.Equal(
            [
                "workflow.limit_period_malformed", "workflow.limit_count_malformed", "workflow.setting_unknown", "workflow.limit_count_malformed",
                "workflow.limit_names_unknown", "workflow.limit_names_unknown", "workflow.limit_names_unknown", "workflow.nobody_may_file",
            ],
            problems.Select(problem => problem.Code));
    }
}
