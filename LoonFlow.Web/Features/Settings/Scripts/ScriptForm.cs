namespace LoonFlow.Web.Features.Settings.Scripts;

/// <summary>What stands in the form of a script.</summary>
internal sealed class ScriptForm
{
    public string Name { get; set; } = string.Empty;

    public string StoredName { get; set; } = string.Empty;

    public string Description { get; set; } = string.Empty;

    public string Interpreter { get; set; } = string.Empty;

    public string Content { get; set; } = string.Empty;
}
