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

    /// <summary>Where people reach LoonFlow, for links in mails and chat groups.</summary>
    public string Address { get; set; } = "http://localhost:5080";

    /// <summary>The zone itself; UTC stands in until a wrong name was refused, because validating reads this too.</summary>
    public TimeZoneInfo Zone => TimeZoneInfo.TryFindSystemTimeZoneById(TimeZone, out var zone) ? zone : TimeZoneInfo.Utc;

    /// <summary>The absolute address of a page of LoonFlow.</summary>
    public string AddressOf(string path) => Address.TrimEnd('/') + path;

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(TimeZone, out _))
        {
            yield return new ValidationResult($"Installation:TimeZone: “{TimeZone}” is not a time zone; use a name such as Asia/Shanghai or Europe/Berlin.");
        }

        if (!Uri.TryCreate(Address, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
        {
            yield return new ValidationResult($"Installation:Address: “{Address}” is not an address; write it whole, such as https://loonflow.example.com.");
        }
    }
}
