namespace LoonFlow.Domain.Workflows;

/// <summary>Names one workflow for ever.</summary>
public readonly record struct WorkflowId(long Value);

/// <summary>Names one published version of one workflow for ever.</summary>
public readonly record struct VersionId(long Value);

/// <summary>Names one state, unique over all workflows and the same in every version of its workflow.</summary>
public readonly record struct StateId(long Value);

/// <summary>Names one transition, unique over all workflows and the same in every version of its workflow.</summary>
public readonly record struct TransitionId(long Value);
