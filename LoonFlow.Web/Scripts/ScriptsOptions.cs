using System.ComponentModel.DataAnnotations;

namespace LoonFlow.Web.Scripts;

/// <summary>Settings "Scripts": programs that workflows run on this server.</summary>
public sealed class ScriptsOptions : IValidatableObject
{
    /// <summary>Whether scripts run at all. They run as the user of this server, so somebody has to want it.</summary>
    public bool Enabled { get; set; }

    /// <summary>What runs a script, by the name that scripts choose: "python=python3; shell=/bin/sh".</summary>
    public string Interpreters { get; set; } = "python=python3";

    [Range(typeof(TimeSpan), "00:00:01", "06:00:00", ErrorMessage = "Scripts:TimeLimit must lie between 1 second and 6 hours.")]
    public TimeSpan TimeLimit { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>Bytes of address space for each process of a script; 0 sets no limit. Where the system offers limits.</summary>
    public long MemoryLimit { get; set; } = 1_073_741_824;

    /// <summary>Bytes of what a script prints that are kept, and as many of its errors; the rest is read and dropped.</summary>
    [Range(1_024, 10_485_760, ErrorMessage = "Scripts:OutputLimit takes 1024 (1 KB) to 10485760 (10 MB).")]
    public int OutputLimit { get; set; } = 65_536;

    /// <summary>Bytes that a script may print as output, and as many as errors, before it is stopped: whoever prints that much is in a loop.</summary>
    [Range(1_048_576, 1_073_741_824, ErrorMessage = "Scripts:MostOutput takes 1048576 (1 MB) to 1073741824 (1 GB).")]
    public int MostOutput { get; set; } = 16_777_216;

    /// <summary>The commands by the name that scripts choose.</summary>
    public IReadOnlyDictionary<string, string> Commands => Pairs()
        .Where(pair => pair.Length == 2)
        .GroupBy(pair => pair[0], pair => pair[1], StringComparer.OrdinalIgnoreCase)
        .ToDictionary(same => same.Key, same => same.First(), StringComparer.OrdinalIgnoreCase);

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        foreach (var pair in Pairs().Where(pair => pair is not [{ Length: > 0 and <= 50 }, { Length: > 0 }]))
        {
            yield return new ValidationResult($"Scripts:Interpreters: “{string.Join('=', pair)}” is not a name and a command; write them as “python=python3; shell=/bin/sh”.");
        }

        if (MemoryLimit is not 0 and < 67_108_864)
        {
            yield return new ValidationResult("Scripts:MemoryLimit takes 0 (no limit) or at least 67108864 (64 MB).");
        }
    }

    private IEnumerable<string[]> Pairs() => Interpreters
        .Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .Select(pair => pair.Split('=', 2, StringSplitOptions.TrimEntries));
}
