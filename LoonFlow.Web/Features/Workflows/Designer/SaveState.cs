namespace LoonFlow.Web.Features.Workflows.Designer;

/// <summary>Whether what is designed is kept.</summary>
public enum SaveState
{
    Saved,

    /// <summary>Something was edited and is written in a moment.</summary>
    Waiting,

    Saving,

    /// <summary>It could not be written: refused, or somebody else edited the same.</summary>
    Refused,
}
