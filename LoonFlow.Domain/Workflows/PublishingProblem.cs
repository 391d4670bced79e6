namespace LoonFlow.Domain.Workflows;

/// <summary>Whether a problem keeps a document from being published.</summary>
public enum ProblemSeverity
{
    /// <summary>Tickets would get stuck or be refused for ever; nothing is published.</summary>
    Error,

    /// <summary>It works, but probably not as its designer meant.</summary>
    Warning,
}

/// <summary>
/// Something wrong with a workflow's document: a stable code, an English sentence that says the cure, and what it is
/// about, so that a designer can be led there.
/// </summary>
public sealed record PublishingProblem(ProblemSeverity Severity, string Code, string Message)
{
    /// <summary>Values for the translated sentence, in the order of its placeholders.</summary>
    public IReadOnlyList<string> Arguments { get; init; } = [];

    public StateId? State { get; init; }

    public TransitionId? Transition { get; init; }

    /// <summary>The key of the field.</summary>
    public string? Field { get; init; }
}
