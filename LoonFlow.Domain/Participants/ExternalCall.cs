namespace LoonFlow.Domain.Participants;

/// <summary>How calls to another system are signed.</summary>
public enum CallSignature
{
    /// <summary>HMAC-SHA256 over method, path, body, timestamp and nonce.</summary>
    HmacSha256,

    /// <summary>loonflow's headers: MD5 over the timestamp and the token (spec B.21).</summary>
    LoonflowMd5,
}

/// <summary>Another system to call. The secret that signs is kept elsewhere; here is only its name.</summary>
/// <param name="Url">An absolute http or https address.</param>
/// <param name="SecretName">The workflow's secret that signs; null sends unsigned.</param>
/// <param name="Signature">How it signs.</param>
/// <param name="Extra">Free JSON sent along as extra_info; empty sends none.</param>
public sealed record ExternalCall(
    string Url,
    string? SecretName = null,
    CallSignature Signature = CallSignature.HmacSha256,
    string Extra = "");
