namespace LoonFlow.Tests.Support;

/// <summary>Tests that measure the memory of the whole process: they run while no others do.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class AloneCollection
{
    public const string Name = "alone";
}
