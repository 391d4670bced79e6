using System.ComponentModel.DataAnnotations;
using LoonFlow.Web.Layout;

namespace LoonFlow.Web.Features.Notices;

/// <summary>Settings "Notices".</summary>
public sealed class NoticesOptions : IValidatableObject
{
    /// <summary>When the mail of the day goes out, in the installation's zone.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "23:59:59", ErrorMessage = "Notices:DigestAt is a time of day, from 00:00:00 to 23:59:59.")]
    public TimeSpan DigestAt { get; set; } = new(8, 30, 0);

    /// <summary>The language of mails to people who did not choose one, and of chat groups.</summary>
    public string Language { get; set; } = "zh-CN";

    /// <summary>How long notices stay in the bell's list.</summary>
    [Range(typeof(TimeSpan), "1.00:00:00", "3650.00:00:00", ErrorMessage = "Notices:KeptFor must lie between 1 day and 3650 days.")]
    public TimeSpan KeptFor { get; set; } = TimeSpan.FromDays(180);

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Preferences.Cultures.All(culture => culture.Name != Language))
        {
            yield return new ValidationResult(
                $"Notices:Language: “{Language}” is not a language of LoonFlow; use {string.Join(" or ", Preferences.Cultures.Select(culture => culture.Name))}.");
        }
    }
}
