namespace LoonFlow.Web.Loonflow;

/// <summary>The files that loonflow keeps its scripts in.</summary>
internal static class ScriptFile
{
    /// <summary>A script's file, without the folder in which loonflow keeps all of them.</summary>
    public static string Named(string path) => path[(path.LastIndexOfAny(['/', '\\']) + 1)..];
}
