namespace LoonFlow.Web.Data.Embedded;

/// <summary>The lines of loonflow.conf, which the cluster's own settings include last.</summary>
internal static class ServerSettings
{
    private const string SocketFolder = "unix_socket_directories";

    public static IEnumerable<string> For(ServerProcess server, IReadOnlyDictionary<string, string> more)
    {
        var values = new Dictionary<string, string>
        {
            [SocketFolder] = server.SocketFolder,
            ["unix_socket_permissions"] = "0700",
            ["listen_addresses"] = server.SocketFolder.Length == 0 ? "127.0.0.1" : "",
            ["port"] = $"{server.Port}",
            ["max_connections"] = "100",
            ["fsync"] = "on",
            ["synchronous_commit"] = "on",
            ["full_page_writes"] = "on",
            ["jit"] = "off",
            ["timezone"] = "UTC",
            ["log_timezone"] = "UTC",
            ["log_checkpoints"] = "off",
        };

        foreach (var (name, value) in more)
        {
            values[name] = value;
        }

        return values.Select(setting => $"{setting.Key} = '{setting.Value.Replace("'", "''", StringComparison.Ordinal)}'");
    }

    public static string? SocketFolderIn(string file) =>
        File.Exists(file) && File.ReadLines(file).FirstOrDefault(line => line.StartsWith(SocketFolder, StringComparison.Ordinal)) is { } line
        && line.Split('\'')[1] is { Length: > 0 } folder
            ? folder
            : null;
}
