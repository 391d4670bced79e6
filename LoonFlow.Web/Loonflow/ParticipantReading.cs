using System.Globalization;
using System.Text.Json;
using LoonFlow.Domain.Organization;
using LoonFlow.Domain.Participants;
using LoonFlow.Domain.Workflows;
using LoonFlow.Web.Import.People;

namespace LoonFlow.Web.Loonflow;

/// <summary>Whom a state asks: a type and a text whose meaning depends on it (spec A.5).</summary>
internal static class ParticipantReading
{
    private const string Member = "participant";
    private const string LeftOut = "the name was left out";

    public static ParticipantSpec Read(LoonflowRecord row, StateKind kind, ILoonflowReferences references, ParticipantSpec? before)
    {
        if (kind is StateKind.End)
        {
            return new ParticipantSpec.None();
        }

        var named = row.Text(Member, int.MaxValue);

        if (before is not null && row.Number("participant_type_id", 1) == ParticipantCodes.Of(before) && named == ParticipantWriting.Text(before, references.Company))
        {
            return before;
        }

        var spec = Spec(row, named, references, before);

        // Whoever files a ticket stands at its start, whatever loonflow's consoles wrote there.
        return kind is StateKind.Start ? new ParticipantSpec.Creator() : spec;
    }

    private static ParticipantSpec Spec(LoonflowRecord row, string named, ILoonflowReferences references, ParticipantSpec? before) => row.Number("participant_type_id", 1) switch
    {
        ParticipantCodes.Nobody => new ParticipantSpec.None(),
        ParticipantCodes.Person or ParticipantCodes.People when SourceText.Listed(named) is [var one] && UserNames.IsEngine(one) => new ParticipantSpec.Engine(),
        ParticipantCodes.Person or ParticipantCodes.People => People(row, named, references.Company),
        ParticipantCodes.Department => Departments(row, named, references),
        ParticipantCodes.Role => Roles(row, named, references),
        ParticipantCodes.Variable => Variable(row, named),
        ParticipantCodes.Script => Script(row, named, references),
        ParticipantCodes.Field when SourceText.Listed(named) is [_, ..] keys => new ParticipantSpec.Fields(keys),
        ParticipantCodes.ParentField when SourceText.Listed(named) is [_, ..] keys => new ParticipantSpec.ParentFields(keys),
        ParticipantCodes.Hook when Call(row, "hook", references, (before as ParticipantSpec.Hook)?.Call) is { } call => new ParticipantSpec.Hook(call.Call, call.Waits),
        ParticipantCodes.External when Call(row, "external", references, (before as ParticipantSpec.External)?.Call) is { } call => new ParticipantSpec.External(call.Call),
        var code => NotAvailable(row, code, named),
    };

    private static ParticipantSpec People(LoonflowRecord row, string named, Company company)
    {
        var people = SourceText.Listed(named).Select(userName =>
        {
            var user = company.UserNamed(userName);

            if (user is null)
            {
                row.Note(Member, $"its participant “{SourceText.Cut(userName, 50)}” is unknown or deleted", LeftOut);
            }

            return user;
        }).OfType<User>().Select(user => user.Id).Distinct().ToArray();

        return people is [] ? new ParticipantSpec.None() : new ParticipantSpec.People(people);
    }

    private static ParticipantSpec Departments(LoonflowRecord row, string named, ILoonflowReferences references) =>
        Targets(row, named, "department", references.Department) is [_, ..] departments ? new ParticipantSpec.Departments(departments) : new ParticipantSpec.None();

    private static ParticipantSpec Roles(LoonflowRecord row, string named, ILoonflowReferences references) =>
        Targets(row, named, "role", references.Role) is [_, ..] roles ? new ParticipantSpec.Roles(roles) : new ParticipantSpec.None();

    private static IReadOnlyList<TId> Targets<TId>(LoonflowRecord row, string named, string noun, Func<long, TId?> find)
        where TId : struct
    {
        var targets = new List<TId>();

        foreach (var text in SourceText.Listed(named))
        {
            if (long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var id) && find(id) is { } target)
            {
                targets.Add(target);
            }
            else
            {
                row.Note(Member, $"its participant, {noun} “{SourceText.Cut(text, 50)}”, is unknown or deleted", LeftOut);
            }
        }

        return [.. targets.Distinct()];
    }

    private static ParticipantSpec Variable(LoonflowRecord row, string named) => named switch
    {
        ParticipantWriting.Creator => new ParticipantSpec.Creator(),
        ParticipantWriting.CreatorsLeader => new ParticipantSpec.CreatorsLeader(),
        _ => NotAvailable(row, ParticipantCodes.Variable, named),
    };

    private static ParticipantSpec Script(LoonflowRecord row, string named, ILoonflowReferences references)
    {
        if (named.Length == 0)
        {
            return NotAvailable(row, ParticipantCodes.Script, named);
        }

        if (references.Script(named) is not { } script)
        {
            row.Note(Member, $"its script “{SourceText.Cut(named, 100)}” is unknown or deleted", "the name was kept");
            return new ParticipantSpec.Script(ScriptFile.Named(named));
        }

        if (!script.IsActive)
        {
            row.Remark($"its script “{named}” is switched off", "the name was kept");
        }

        return new ParticipantSpec.Script(script.StoredName);
    }

    /// <summary>An address with its token, which loonflow kept as JSON in the text.</summary>
    private static (ExternalCall Call, bool Waits)? Call(LoonflowRecord row, string prefix, ILoonflowReferences references, ExternalCall? before)
    {
        if (row.Json(Member, JsonValueKind.Object) is not { } json || Text(json, $"{prefix}_url") is not { Length: > 0 } url)
        {
            return null;
        }

        // "wait" was typed by hand: true, 1, "true".
        var waits = Text(json, "wait") is { } text && (text == "1" || text.Equals("true", StringComparison.OrdinalIgnoreCase));
        var secret = references.Keep(row, Text(json, $"{prefix}_token"));

        return (new ExternalCall(url, secret, before?.Signature ?? CallSignature.LoonflowMd5, Extra(json)), waits);
    }

    private static string? Text(JsonElement json, string name) => json.TryGetProperty(name, out var value) ? SourceJson.Text(value) : null;

    private static string Extra(JsonElement json) => json.TryGetProperty("extra_info", out var extra)
        ? extra.ValueKind is JsonValueKind.String ? extra.GetString()! : extra.GetRawText()
        : string.Empty;

    private static ParticipantSpec NotAvailable(LoonflowRecord row, long code, string named)
    {
        row.Note(Member, $"participants of type {code} (“{SourceText.Cut(named, 50)}”) say nothing that LoonFlow understands", "it has no participants");

        return new ParticipantSpec.None();
    }
}
