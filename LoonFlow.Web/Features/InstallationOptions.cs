using System.ComponentModel.DataAnnotations;

namespace LoonFlow.Web.Features;

/// <summary>Settings "Installation": what is the same for everybody here.</summary>
public sealed class InstallationOptions : IValidatableObject
{
    /// <summary>The zone of serial numbers and of times without a reader, as an IANA name.</summary>
    public string TimeZone { get; set; } = "Asia/Shanghai";

    /// <summary>Leads serial numbers where a workflow has no prefix of its own.</summary>
    [RegularExpression("^[A-Za-z0-9-]{1,20}$", ErrorMessage = "Installation:SerialPrefix takes 1 to 20 letters, digits or hyphens.")]
    public string SerialPrefix { get; set; } = "loonflow";

    /// <summary>The zone itself; UTC stands in until a wrong name was refused, because validating reads this too.</summary>
    public TimeZoneInfo Zone => TimeZoneInfo.TryFindSystemTimeZoneById(TimeZone, out var zone) ? zone : TimeZoneInfo.Utc;

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(TimeZone, out _))
        {
            yield return new ValidationResult($"Installation:TimeZone: “{TimeZone}” is not a time zone; use a name such as Asia/Shanghai or Europe/Berlin.");
        }
    }
}
