using System.Text.Json.Serialization;

namespace LoonFlow.Web.Features.Applications;

/// <summary>A secret in clear: shown once, and written nowhere, not even where the result of a request is kept for its repetition.</summary>
public sealed record NewSecret
{
    [JsonIgnore]
    public string Text { get; init; } = string.Empty;

    public override string ToString() => "a new secret";
}
