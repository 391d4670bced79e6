using System.ComponentModel.DataAnnotations;

namespace LoonFlow.Web.Outbox;

/// <summary>Settings "Outbox".</summary>
public sealed class OutboxOptions
{
    /// <summary>How often to look for messages that nobody nudged for (left by a crash, due again, from another instance).</summary>
    [Range(typeof(TimeSpan), "00:00:00.100", "01:00:00", ErrorMessage = "Outbox:PollEvery must lie between 0.1 seconds and 1 hour.")]
    public TimeSpan PollEvery { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>How long the deliveries of an instance that died wait before another one tries. Running ones renew it.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00", ErrorMessage = "Outbox:Lease must lie between 1 second and 1 hour.")]
    public TimeSpan Lease { get; set; } = TimeSpan.FromMinutes(1);
}
