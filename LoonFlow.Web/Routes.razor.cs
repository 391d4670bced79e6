using Microsoft.AspNetCore.Components;

namespace LoonFlow.Web;

public sealed partial class Routes : ComponentBase
{
    private TimeZoneInfo _zone = TimeZoneInfo.Utc;

    /// <summary>The reader's time zone by its IANA name; text, because it crosses from the static page to the circuit.</summary>
    [Parameter, EditorRequired]
    public required string Zone { get; set; }

    protected override void OnInitialized() => _zone = TimeZoneInfo.FindSystemTimeZoneById(Zone);
}
