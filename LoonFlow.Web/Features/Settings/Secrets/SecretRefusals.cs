using LoonFlow.Domain.Common;

namespace LoonFlow.Web.Features.Settings.Secrets;

/// <summary>Every way in which a secret is not kept. Codes are stable; screens translate by code.</summary>
public static class SecretRefusals
{
    public const int MaxValueLength = 2_000;

    public static readonly Refusal NameMissing = new(RefusalKind.Invalid, "secret.name_missing", "Give the secret a name of at most 100 characters: the one that the workflow uses.");

    public static readonly Refusal ValueMissing = new(RefusalKind.Invalid, "secret.value_missing", "Enter the value: at most 2000 characters.");
}
