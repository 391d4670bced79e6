using System.Globalization;
using System.Text.Json;
using LoonFlow.Domain.Organization;
using LoonFlow.Domain.Workflows;

namespace LoonFlow.Web.Loonflow;

/// <summary>Who may file how many tickets, as it was meant (spec B.3 [R]): loonflow itself often limited nothing, or one too late.</summary>
internal static class LimitReading
{
    private const string Member = "limit_expression";
    private const string LeftOut = "this limit was left out";

    /// <param name="row">The workflow.</param>
    /// <param name="references">Who is meant.</param>
    /// <param name="before">Limits of which loonflow knows nothing stay.</param>
    public static CreationLimits Read(LoonflowRecord row, ILoonflowReferences references, CreationLimits before)
    {
        if (before != CreationLimits.None && row.Text(Member, int.MaxValue) == LimitWriting.Text(before, references.Company))
        {
            return before;
        }

        var others = new CreationLimits { Open = before.Open };

        return row.Json(Member, JsonValueKind.Object) is not { } json ? others : others with
        {
            Frequency = Frequency(row, json),
            People = Named(row, json, "allow_persons", "person", name => references.Company.UserNamed(name)?.Id),
            Departments = Named(row, json, "allow_depts", "department", Numbered(references.Department)),
            Roles = Named(row, json, "allow_roles", "role", Numbered(references.Role)),
        };
    }

    private static FrequencyLimit? Frequency(LoonflowRecord row, JsonElement json)
    {
        if (Written(json, "period") is not { } period)
        {
            if (Written(json, "count") is { } number)
            {
                row.Note(Member, $"it limits tickets to {SourceText.Cut(number, 50)} but names no period", LeftOut);
            }
            else if (Written(json, "level") is not null)
            {
                row.Note(Member, "it limits tickets but names neither number nor period", LeftOut);
            }

            return null;
        }

        if (Written(json, "count") is not { } count)
        {
            row.Note(Member, $"it limits tickets in {SourceText.Cut(period, 50)} hours but names no number", LeftOut);
            return null;
        }

        if (!double.TryParse(period, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var hours)
            || hours <= 0 || hours > FrequencyLimit.LongestPeriod.TotalHours
            || !int.TryParse(count, NumberStyles.None, CultureInfo.InvariantCulture, out var tickets)
            || tickets < 1)
        {
            row.Note(Member, $"its limit of “{SourceText.Cut(count, 50)}” tickets in “{SourceText.Cut(period, 50)}” hours has no meaning", LeftOut);
            return null;
        }

        return new FrequencyLimit(TimeSpan.FromHours(hours), tickets, Scope(row, json));
    }

    private static LimitScope Scope(LoonflowRecord row, JsonElement json)
    {
        switch (Written(json, "level"))
        {
            case "1":
                return LimitScope.PerPerson;
            case "2":
                row.Remark("it limits all people together, which loonflow never did", "it does here");
                return LimitScope.Everyone;
            case null:
                row.Remark("it limits tickets but does not say for whom, and loonflow did not limit them", "each person is limited");
                return LimitScope.PerPerson;
            case var level:
                row.Note(Member, $"there is no level {SourceText.Cut(level, 50)} of limits", "each person is limited");
                return LimitScope.PerPerson;
        }
    }

    /// <summary>Those who may file; null when the text names nobody, which restricts nobody.</summary>
    private static IReadOnlyList<TId>? Named<TId>(LoonflowRecord row, JsonElement json, string key, string noun, Func<string, TId?> find)
        where TId : struct
    {
        var names = json.TryGetProperty(key, out var written) ? Names(written) : [];
        var found = new List<TId>();

        foreach (var name in names)
        {
            if (find(name) is { } id)
            {
                found.Add(id);
            }
            else
            {
                row.Note(Member, $"the {noun} “{SourceText.Cut(name, 50)}” who may file is unknown or deleted", "the name was left out");
            }
        }

        if (names is [_, ..] && found is [])
        {
            row.Note(Member, $"no {noun} is left who may file", "nobody may until somebody is named");
        }

        return names is [] ? null : [.. found.Distinct()];
    }

    private static IReadOnlyList<string> Names(JsonElement json) => json.ValueKind is JsonValueKind.Array
        ? [.. json.EnumerateArray().Select(SourceJson.Text).OfType<string>().SelectMany(SourceText.Listed)]
        : SourceText.Listed(SourceJson.Text(json) ?? string.Empty);

    private static Func<string, TId?> Numbered<TId>(Func<long, TId?> find)
        where TId : struct => text => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? find(id) : null;

    private static string? Written(JsonElement json, string key) =>
        json.TryGetProperty(key, out var value) && SourceJson.Text(value)?.Trim() is { Length: > 0 } text ? text : null;
}
