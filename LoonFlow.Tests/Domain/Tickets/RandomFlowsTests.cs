using System.Globalization;
using LoonFlow.Domain.Workflows;
using LoonFlow.Tests.Support;
using LoonFlow.Tests.Support.Workflows;
using Xunit.Abstractions;

namespace LoonFlow.Tests.Domain.Tickets;

/// <summary>
/// The proof that publishing promises: no workflow that may be published gets a ticket stuck, however it is drawn and whatever
/// people do. LOONFLOW_FLOWS=10000 is the thorough run.
/// </summary>
public sealed class RandomFlowsTests(ITestOutputHelper output)
{
    private const int Usually = 2_000;

    [Fact]
    public void No_workflow_that_may_be_published_gets_a_ticket_stuck()
    {
        var count = int.TryParse(Environment.GetEnvironmentVariable("LOONFLOW_FLOWS"), CultureInfo.InvariantCulture, out var asked) ? asked : Usually;
        var flows = Enumerable.Range(1, count).Select(seed => (Seed: seed, Document: RandomFlow.Of(seed))).ToArray();
        var publishable = flows.Where(flow => IsPublishable(flow.Document)).ToArray();
        var parallel = publishable.Count(flow => flow.Document.States.Any(state => state.Kind is StateKind.Fork));

        var stuck = publishable.AsParallel().Select(flow => (flow.Seed, What: Broken(flow.Seed, flow.Document))).Where(life => life.What is not null).ToArray();

        output.WriteLine($"{count} workflows, {publishable.Length} publishable, {parallel} of them with branches, {stuck.Length} stuck");
        Assert.Empty(stuck);
        Assert.InRange(publishable.Length, count / 10, count - (count / 20));
        Assert.True(parallel > publishable.Length / 10);
    }

    private static bool IsPublishable(WorkflowDocument document) =>
        PublishingRules.Problems(document, Cast.Company).All(problem => problem.Severity is not ProblemSeverity.Error);

    private static string? Broken(int seed, WorkflowDocument document) =>
        new FlowLife(new WorkflowVersion(new VersionId(1), new WorkflowId(1), 1, document), seed).Broken();
}
