namespace LoonFlow.Web.Features.Workflows.Designer.Versions;

/// <summary>What is asked before it is done.</summary>
public enum VersionQuestion
{
    None,
    RollBack,
    Discard,
    Archive,
}
