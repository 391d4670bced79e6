using LoonFlow.Web.Data;
using LoonFlow.Web.Data.Json;
using LoonFlow.Web.Data.Rows;
using Microsoft.EntityFrameworkCore;

namespace LoonFlow.Web.Features;

/// <summary>
/// A request that its sender may repeat without doing anything twice. Use cases that run within it write their result
/// down in the very commit that brings it about, and give it again instead of running again.
/// </summary>
/// <param name="Caller">Whose key it is.</param>
/// <param name="Key">What the sender named the request.</param>
/// <param name="Digest">What was asked.</param>
public sealed record RepeatableRequest(string Caller, string Key, string Digest)
{
    private static readonly AsyncLocal<RepeatableRequest?> Ambient = new();

    private int _parts;

    /// <summary>The request that is being answered here; null for everything else.</summary>
    public static RepeatableRequest? Current
    {
        get => Ambient.Value;
        set => Ambient.Value = value;
    }

    /// <summary>Counts a use case of this request.</summary>
    public int NextPart() => _parts++;

    /// <summary>What an earlier try brought about; null when none did.</summary>
    public async Task<T?> FindAsync<T>(LoonFlowDb db, int part, CancellationToken ct)
        where T : notnull =>
        await db.RepeatableAnswers.AsNoTracking().SingleOrDefaultAsync(row => row.Caller == Caller && row.Key == Key && row.Part == part && row.Digest == Digest, ct) is { } row
            ? DomainJson.Read<T>(row.Result)
            : default;

    public void Keep<T>(LoonFlowDb db, int part, T result, DateTimeOffset now) => db.RepeatableAnswers.Add(new RepeatableAnswerRow
    {
        Caller = Caller,
        Key = Key,
        Part = part,
        Digest = Digest,
        Result = DomainJson.Write(result),
        At = now,
    });
}
