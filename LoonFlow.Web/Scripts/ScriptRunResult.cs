using LoonFlow.Domain.Common;

namespace LoonFlow.Web.Scripts;

/// <summary>How a run ended.</summary>
/// <param name="Problem">Why it failed, in words; null when it succeeded.</param>
/// <param name="Output">What it printed, as far as it is kept.</param>
/// <param name="Error">What it printed as errors, as far as it is kept.</param>
public sealed record ScriptRunResult(Refusal? Problem, string Output, string Error)
{
    public bool Succeeded => Problem is null;

    internal static ScriptRunResult Failed(Refusal problem) => new(problem, string.Empty, string.Empty);
}
