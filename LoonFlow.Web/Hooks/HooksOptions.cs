using System.ComponentModel.DataAnnotations;

namespace LoonFlow.Web.Hooks;

/// <summary>Settings "Hooks": calls to other systems.</summary>
public sealed class HooksOptions
{
    /// <summary>Whether calls may go to addresses of the own network; off, because whoever designs a workflow could otherwise look around in it.</summary>
    public bool AllowPrivateAddresses { get; set; }

    /// <summary>How long one call may take, from looking up the name to the last byte of the answer.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:02:00", ErrorMessage = "Hooks:TimeLimit must lie between 1 second and 2 minutes.")]
    public TimeSpan TimeLimit { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>How often a hook that could not be reached is tried again by itself before its ticket shows a failure.</summary>
    [Range(0, 10, ErrorMessage = "Hooks:Retries takes 0 to 10.")]
    public int Retries { get; set; } = 3;

    /// <summary>The wait before the first of these tries; it doubles with each.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00", ErrorMessage = "Hooks:RetryAfter must lie between 1 second and 1 hour.")]
    public TimeSpan RetryAfter { get; set; } = TimeSpan.FromSeconds(15);
}
