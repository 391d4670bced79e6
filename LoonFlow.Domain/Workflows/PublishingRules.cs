using LoonFlow.Domain.Organization;

namespace LoonFlow.Domain.Workflows;

public enum ProblemSeverity
{
    Error,
    Warning,
}

public sealed record PublishingProblem(ProblemSeverity Severity, string Code, string Message)
{
    public IReadOnlyList<string> Arguments { get; init; } = [];
}

public static class PublishingRules
{
    public static IReadOnlyList<PublishingProblem> Problems(WorkflowDocument document, Company company) => [];
}
