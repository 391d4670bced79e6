using System.ComponentModel.DataAnnotations;

namespace LoonFlow.Web.Api;

/// <summary>Settings "Api": the HTTP API for other systems.</summary>
public sealed class ApiOptions
{
    private const int Mebibyte = 1_048_576;

    /// <summary>Whether a refusal has the HTTP status that says what it is. Callers of loonflow expect 200 for all of them.</summary>
    public bool RealStatusCodes { get; set; }

    /// <summary>The largest body of a request, in bytes.</summary>
    [Range(1_024, 256 * Mebibyte, ErrorMessage = "Api:MaxBodyBytes takes 1024 (1 KiB) to 268435456 (256 MiB).")]
    public int MaxBodyBytes { get; set; } = 10 * Mebibyte;

    /// <summary>How long the result of a request with an Idempotency-Key is kept.</summary>
    [Range(typeof(TimeSpan), "01:00:00", "30.00:00:00", ErrorMessage = "Api:RepeatsKept takes 01:00:00 (an hour) to 30.00:00:00 (30 days).")]
    public TimeSpan RepeatsKept { get; set; } = TimeSpan.FromDays(2);

    /// <summary>How long what happened to tickets can be read in the change feed.</summary>
    [Range(typeof(TimeSpan), "1.00:00:00", "3650.00:00:00", ErrorMessage = "Api:EventsKept takes 1.00:00:00 (a day) to 3650.00:00:00 (3650 days).")]
    public TimeSpan EventsKept { get; set; } = TimeSpan.FromDays(90);

    /// <summary>Whether the description of the API is open to people who are not signed in.</summary>
    public bool DocsForEverybody { get; set; }
}
