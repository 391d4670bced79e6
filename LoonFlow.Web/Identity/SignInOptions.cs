using System.ComponentModel.DataAnnotations;

namespace LoonFlow.Web.Identity;

/// <summary>Settings "SignIn".</summary>
public sealed class SignInOptions
{
    /// <summary>Wrong passwords taken from one address within five minutes; one address may stand for a whole office.</summary>
    [Range(1, 1_000_000, ErrorMessage = "SignIn:FailuresPerAddress takes a number from 1 to 1000000.")]
    public int FailuresPerAddress { get; set; } = 30;
}
