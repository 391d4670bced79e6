using LoonFlow.Domain.Access;

namespace LoonFlow.Web.Data.Rows;

/// <summary>A nonce that a signed request bore; kept as long as its time would still be accepted.</summary>
public sealed class RequestNonceRow
{
    public const int MaxNonceLength = 100;

    public required ApplicationId Application { get; init; }

    public required string Nonce { get; init; }

    public required DateTimeOffset At { get; init; }
}

/// <summary>What a request with an Idempotency-Key brought about, written in the commit that brought it about.</summary>
public sealed class RepeatableAnswerRow
{
    public const int MaxCallerLength = 60;
    public const int MaxKeyLength = 100;

    /// <summary>Whose key it is: another caller may use the same.</summary>
    public required string Caller { get; init; }

    public required string Key { get; init; }

    /// <summary>Which use case of the request, counted from 0.</summary>
    public required int Part { get; init; }

    /// <summary>SHA-256 over what was asked, so that a key is not taken for another request.</summary>
    public required string Digest { get; init; }

    /// <summary>The use case's result as JSON.</summary>
    public required string Result { get; init; }

    public required DateTimeOffset At { get; init; }
}
