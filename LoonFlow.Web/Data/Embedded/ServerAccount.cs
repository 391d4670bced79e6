namespace LoonFlow.Web.Data.Embedded;

/// <summary>On whose account the server runs: PostgreSQL refuses to run as root.</summary>
internal sealed record ServerAccount(string? User, IReadOnlyList<string> Prefix)
{
    private static readonly ServerAccount Own = new(null, []);

    // Folders closed to others lie above many a clone (/root): the server may look through them if root may.
    private static readonly string?[] Allowances = [null, "+dac_read_search", "+dac_override"];

    public static async Task<ServerAccount> ForAsync(ClusterFolder folder, PostgresBinaries binaries, CancellationToken ct)
    {
        if (OperatingSystem.IsWindows() || !Environment.IsPrivilegedProcess)
        {
            return Own;
        }

        var user = folder.HasCluster
            ? await AskAsync("stat", ["-c", "%u:%g", folder.Cluster], ct)
            : await AskAsync("sh", ["-c", "for name in postgres nobody; do id -u $name 2>&- && id -g $name && exit; done | paste -sd:"], ct);

        foreach (var allowance in Allowances)
        {
            var account = new ServerAccount(user, PrefixFor(user, allowance));

            if ((await account.RunAsync("stat", [Path.Combine(folder.Root, "."), binaries.PathOf("postgres")], new ProgramSurroundings("/"), ct)).Succeeded)
            {
                return account;
            }
        }

        throw new EmbeddedPostgresException(
            $"PostgreSQL does not run as root, and user {user} cannot reach {folder.Root} or {binaries.Folder}: choose another data folder, run LoonFlow as an ordinary user, or install util-linux (setpriv).");
    }

    public Task<ProgramRun> RunAsync(string program, IEnumerable<string> arguments, ProgramSurroundings surroundings, CancellationToken ct)
    {
        string[] line = [.. Prefix, program, .. arguments];

        return ProgramRun.RunAsync(line[0], line[1..], surroundings, ct);
    }

    public async Task GiveAsync(string path, CancellationToken ct)
    {
        if (User is not null)
        {
            await AskAsync("chown", [User, path], ct);
        }
    }

    private static IReadOnlyList<string> PrefixFor(string user, string? allowance)
    {
        var ids = user.Split(':');
        string[] capabilities = allowance is null ? [] : ["--inh-caps", allowance, "--ambient-caps", allowance];

        return ["setpriv", "--reuid", ids[0], "--regid", ids[^1], "--clear-groups", .. capabilities];
    }

    private static async Task<string> AskAsync(string program, IEnumerable<string> arguments, CancellationToken ct)
    {
        var answer = await ProgramRun.RunAsync(program, arguments, new ProgramSurroundings("/"), ct);

        return answer.Succeeded
            ? answer.Output
            : throw new EmbeddedPostgresException($"{program} {string.Join(' ', arguments)} failed: {answer.Output}");
    }
}
