using System.Diagnostics;
using System.Text;

namespace LoonFlow.Web.Scripts;

/// <summary>Ends whatever a script left running, also what it cut loose: each of its processes bears the run's name in its environment.</summary>
internal static class ScriptLeftovers
{
    public const string Mark = "LOONFLOW_RUN";

    public static void End(string mark)
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        var wanted = Encoding.UTF8.GetBytes($"{Mark}={mark}\0");

        foreach (var folder in Directory.EnumerateDirectories("/proc").Where(folder => int.TryParse(Path.GetFileName(folder), out _)))
        {
            try
            {
                if (File.ReadAllBytes($"{folder}/environ").AsSpan().IndexOf(wanted) >= 0)
                {
                    using var process = Process.GetProcessById(int.Parse(Path.GetFileName(folder), System.Globalization.CultureInfo.InvariantCulture));
                    process.Kill();
                }
            }
            catch (Exception gone) when (gone is IOException or UnauthorizedAccessException or ArgumentException or InvalidOperationException or System.ComponentModel.Win32Exception)
            {
                // Ended while being looked at, or somebody else's.
            }
        }
    }
}
