using System.Globalization;
using System.Text.Json;
using LoonFlow.Domain.Common;
using LoonFlow.Web.Data;

namespace LoonFlow.Web.Api;

/// <summary>
/// The parameters of a request, read one by one as what they should be. Whatever is wrong is remembered, so that a caller
/// hears of everything at once; the value is then as if it had not been given.
/// </summary>
public sealed class ApiInput
{
    /// <summary>Most ids in one list; more would make one request as heavy as many.</summary>
    public const int MaxIds = 1_000;

    /// <summary>Most rows on a page.</summary>
    public const int MaxPerPage = 1_000;

    private const int DefaultPerPage = 10;

    private static readonly string[] MomentFormats = ["yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd HH:mm", "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd"];

    private readonly Func<string, JsonElement?> _valueOf;
    private readonly TimeZoneInfo _zone;
    private readonly List<FieldProblem> _problems = [];

    public ApiInput(JsonElement body, TimeZoneInfo zone)
        : this(key => body.TryGetProperty(key, out var value) && value.ValueKind is not JsonValueKind.Null ? value : null, zone)
    {
        Members = body;
    }

    internal ApiInput(Func<string, JsonElement?> valueOf, TimeZoneInfo zone) => (_valueOf, _zone) = (valueOf, zone);

    /// <summary>The whole object, for members whose names are not known beforehand; undefined for the parameters of an address.</summary>
    public JsonElement Members { get; }

    /// <summary>Everything that was wrong so far; null when nothing was.</summary>
    public Refusal? Refusal => _problems is [] ? null : ApiRefusals.MembersWrong with { Fields = [.. _problems] };

    public bool Has(string key) => _valueOf(key) is not null;

    /// <summary>The value as it came; null when there is none.</summary>
    public JsonElement? Raw(string key) => _valueOf(key);

    public string? Text(string key, int most = StorableLength) => _valueOf(key) switch
    {
        null => null,
        { ValueKind: JsonValueKind.String } value when value.GetString() is { } text => text.Length > most ? Wrong<string>(ApiProblems.TooLong(key, most)) : StorableText.Of(text),
        { ValueKind: JsonValueKind.Number } value => value.GetRawText(),
        _ => Wrong<string>(ApiProblems.NotText(key)),
    };

    public string RequiredText(string key, int most = StorableLength)
    {
        if (Text(key, most) is { } text && !string.IsNullOrWhiteSpace(text))
        {
            return text;
        }

        return IsWrong(key) ? string.Empty : Wrong<string>(ApiProblems.Missing(key)) ?? string.Empty;
    }

    public long? Integer(string key) => _valueOf(key) switch
    {
        null => null,
        { ValueKind: JsonValueKind.Number } value when value.TryGetInt64(out var number) => number,
        { ValueKind: JsonValueKind.String } value when long.TryParse(value.GetString(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) => number,
        { ValueKind: JsonValueKind.String } value when string.IsNullOrWhiteSpace(value.GetString()) => null,
        _ => Wrong<long?>(ApiProblems.NotANumber(key)),
    };

    public long RequiredInteger(string key) =>
        Integer(key) ?? (IsWrong(key) ? 0 : Wrong<long>(ApiProblems.Missing(key)));

    /// <summary>Yes or no, as loonflow's callers write it: 1 or 0, true or false.</summary>
    public bool? Flag(string key) => _valueOf(key) switch
    {
        null => null,
        { ValueKind: JsonValueKind.True } => true,
        { ValueKind: JsonValueKind.False } => false,
        { } value => value.ToString().ToLowerInvariant() switch
        {
            "1" or "true" => true,
            "0" or "false" => false,
            "" => null,
            _ => Wrong<bool?>(ApiProblems.NotAFlag(key)),
        },
    };

    /// <summary>A moment in UTC; one without an offset is meant in the installation's zone, a day alone is its midnight.</summary>
    public DateTimeOffset? Moment(string key) => Text(key) switch
    {
        null or "" => null,
        var text when DateTime.TryParseExact(text, MomentFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local) && local.Year is > 1 and < 9999 =>
            new DateTimeOffset(local, _zone.GetUtcOffset(local)).ToUniversalTime(),
        var text when text.Contains('T', StringComparison.Ordinal)
            && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment) => moment.ToUniversalTime(),
        _ => Wrong<DateTimeOffset?>(ApiProblems.NotATime(key)),
    };

    /// <summary>Ids separated by commas, or in a JSON array; null when not given.</summary>
    public IReadOnlyList<long>? Ids(string key)
    {
        string[]? parts = _valueOf(key) switch
        {
            null => null,
            { ValueKind: JsonValueKind.Array } array => [.. array.EnumerateArray().Select(item => item.ToString())],
            { } value => value.ToString().Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries),
        };

        if (parts is null or [])
        {
            return null;
        }

        if (parts.Length > MaxIds)
        {
            return Wrong<IReadOnlyList<long>>(ApiProblems.TooManyIds(key, MaxIds));
        }

        var ids = new List<long>(parts.Length);

        foreach (var part in parts)
        {
            if (!long.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var id))
            {
                return Wrong<IReadOnlyList<long>>(ApiProblems.NotIds(key));
            }

            ids.Add(id);
        }

        return ids;
    }

    /// <summary>The page asked for, from 1, and its length.</summary>
    public ApiPage Page()
    {
        var page = Integer("page") ?? 1;
        var size = Integer("per_page") ?? DefaultPerPage;

        return new ApiPage((int)Math.Clamp(page, 1, int.MaxValue), (int)Math.Clamp(size, 1, MaxPerPage));
    }

    /// <summary>Remembers a problem that only the endpoint can see.</summary>
    public void Add(FieldProblem problem) => _problems.Add(problem);

    private const int StorableLength = 20_000;

    private bool IsWrong(string key) => _problems.Any(problem => problem.Key == key);

    private T? Wrong<T>(FieldProblem problem)
    {
        _problems.Add(problem);

        return default;
    }
}

/// <summary>Which part of a list is asked for.</summary>
/// <param name="Number">Counts from 1.</param>
/// <param name="Size">Most rows on it.</param>
public readonly record struct ApiPage(int Number, int Size)
{
    /// <summary>How many rows come before it. Beyond the end it is the last page that is given (spec B.26).</summary>
    public int SkipOf(int total)
    {
        var last = Math.Max(1, (total + Size - 1) / Size);

        return (Math.Min(Number, last) - 1) * Size;
    }
}
