using LoonFlow.Domain.Participants;

namespace LoonFlow.Web.Hooks;

/// <summary>A call to another system: JSON posted to an address.</summary>
/// <param name="Url">An absolute http or https address, as its designer typed it.</param>
/// <param name="Body">The JSON to post.</param>
public sealed record HookRequest(string Url, string Body)
{
    /// <summary>Signs the call; null sends it unsigned.</summary>
    public string? Secret { get; init; }

    public CallSignature Signature { get; init; }

    /// <summary>The same for every attempt at the same thing, so that the receiver can tell a repetition.</summary>
    public Guid? Delivery { get; init; }

    /// <summary>How long this call may take; null takes the setting.</summary>
    public TimeSpan? TimeLimit { get; init; }

    /// <summary>Whether an answer that is not a JSON object is a failure.</summary>
    public bool ExpectsJson { get; init; } = true;
}
