using System.Diagnostics;

namespace LoonFlow.Tests.Support;

/// <summary>The samples of the documentation, as programs of their own.</summary>
internal static class Samples
{
    /// <summary>Runs one against a server and gives what it said; it must end well.</summary>
    /// <param name="url">The server.</param>
    /// <param name="app">As which application.</param>
    /// <param name="secret">What that one signs with.</param>
    /// <param name="program">What runs it.</param>
    /// <param name="arguments">The sample and what it is given.</param>
    public static async Task<string> RunAsync(string url, string app, string secret, string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program)
        {
            WorkingDirectory = Repository.PathOf("docs/samples"),
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment =
            {
                ["LOONFLOW_URL"] = url,
                ["LOONFLOW_APP"] = app,
                ["LOONFLOW_SECRET"] = secret,
                ["PYTHONIOENCODING"] = "utf-8",
                ["PYTHONDONTWRITEBYTECODE"] = "1",
            },
        };

        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        using var process = Process.Start(start)!;
        var failing = process.StandardError.ReadToEndAsync();
        var said = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, $"{said}{await failing}");

        return said;
    }
}
