namespace LoonFlow.Web.Features.Workflows.Designer.Panels.Parts;

/// <summary>How many things are wrong in one place: those that must be solved, and those to look at.</summary>
public readonly record struct ProblemCount(int Errors, int Warnings)
{
    public int All => Errors + Warnings;
}
