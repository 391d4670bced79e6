namespace LoonFlow.Web.Data;

/// <summary>Where an installation keeps all that is its own: the embedded server, files, secrets.</summary>
public sealed record DataFolder(string Root)
{
    public const string Setting = "Data:Folder";
    public const string Default = "./data";

    public string Postgres => Path.Combine(Root, "postgres");

    public string Files => Path.Combine(Root, "files");

    public static DataFolder From(IConfiguration configuration) =>
        new(Path.GetFullPath(configuration[Setting] is { Length: > 0 } folder ? folder : Default));
}
