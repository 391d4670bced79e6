namespace LoonFlow.Tests.Support;

[AttributeUsage(AttributeTargets.Method)]
internal sealed class DemoDumpTheoryAttribute : TheoryAttribute
{
    public DemoDumpTheoryAttribute()
    {
        if (LoonFlowDemoDump.Path is null)
        {
            Skip = "The original's demo dump does not lie beside the repository.";
        }
    }
}
