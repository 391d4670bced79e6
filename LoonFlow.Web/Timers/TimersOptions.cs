using System.ComponentModel.DataAnnotations;

namespace LoonFlow.Web.Timers;

/// <summary>Settings "Timers".</summary>
public sealed class TimersOptions
{
    /// <summary>How often to look for timers that are due.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:10:00", ErrorMessage = "Timers:LookEvery must lie between 1 second and 10 minutes.")]
    public TimeSpan LookEvery { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>How long an instance may be silent before another one takes over what it was at.</summary>
    [Range(typeof(TimeSpan), "00:00:02", "00:10:00", ErrorMessage = "Timers:TakeOverAfter must lie between 2 seconds and 10 minutes.")]
    public TimeSpan TakeOverAfter { get; set; } = TimeSpan.FromSeconds(20);
}
