using System.Globalization;
using System.Text.Json;
using LoonFlow.Domain.Organization;
using LoonFlow.Domain.Participants;
using LoonFlow.Domain.Workflows;
using LoonFlow.Web.Import.People;

namespace LoonFlow.Web.Import.Workflows;

/// <summary>Whom a state asks: a type and a text whose meaning depends on it (spec A.5).</summary>
internal static class ParticipantReading
{
    private const string LeftOut = "the name was left out";

    public static ParticipantSpec Read(SourceRow row, StateKind kind, WorkflowSurroundings surroundings)
    {
        if (kind is StateKind.End)
        {
            return new ParticipantSpec.None();
        }

        var spec = Spec(row, row.Text("participant", int.MaxValue), surroundings);

        // Whoever files a ticket stands at its start, whatever loonflow's consoles wrote there.
        return kind is StateKind.Start ? new ParticipantSpec.Creator() : spec;
    }

    private static ParticipantSpec Spec(SourceRow row, string named, WorkflowSurroundings surroundings) => row.Number("participant_type_id", 1) switch
    {
        0 => new ParticipantSpec.None(),
        1 or 2 when SourceText.Listed(named) is [var one] && UserNames.IsEngine(one) => new ParticipantSpec.Engine(),
        1 or 2 => People(row, named, surroundings.Company),
        3 => Departments(row, named, surroundings),
        4 => Roles(row, named, surroundings),
        5 => Variable(row, named),
        6 => Script(row, named, surroundings),
        7 when SourceText.Listed(named) is [_, ..] keys => new ParticipantSpec.Fields(keys),
        8 when SourceText.Listed(named) is [_, ..] keys => new ParticipantSpec.ParentFields(keys),
        10 when Call(row, "hook", surroundings) is { } call => new ParticipantSpec.Hook(call.Call, call.Waits),
        11 when Call(row, "external", surroundings) is { } call => new ParticipantSpec.External(call.Call),
        var code => NotAvailable(row, code, named),
    };

    private static ParticipantSpec People(SourceRow row, string named, Company company)
    {
        var people = SourceText.Listed(named).Select(userName =>
        {
            var user = company.UserNamed(userName);

            if (user is null)
            {
                row.Note($"its participant “{userName}” is unknown or deleted", LeftOut);
            }

            return user;
        }).OfType<User>().Select(user => user.Id).Distinct().ToArray();

        return people is [] ? new ParticipantSpec.None() : new ParticipantSpec.People(people);
    }

    private static ParticipantSpec Departments(SourceRow row, string named, WorkflowSurroundings surroundings)
    {
        var departments = Targets(row, named, SourceTable.Departments, "department", surroundings)
            .Select(id => new DepartmentId(id))
            .Where(id => surroundings.Company.Department(id) is not null)
            .ToArray();

        return departments is [] ? new ParticipantSpec.None() : new ParticipantSpec.Departments(departments);
    }

    private static ParticipantSpec Roles(SourceRow row, string named, WorkflowSurroundings surroundings)
    {
        var roles = Targets(row, named, SourceTable.Roles, "role", surroundings)
            .Select(id => new RoleId(id))
            .Where(id => surroundings.Company.Role(id) is not null)
            .ToArray();

        return roles is [] ? new ParticipantSpec.None() : new ParticipantSpec.Roles(roles);
    }

    private static IReadOnlyList<long> Targets(SourceRow row, string named, string table, string noun, WorkflowSurroundings surroundings)
    {
        var targets = new List<long>();

        foreach (var text in SourceText.Listed(named))
        {
            if (long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var id) && surroundings.Ids.Find(table, id) is { } target)
            {
                targets.Add(target);
            }
            else
            {
                row.Note($"its participant, {noun} “{text}”, is unknown or deleted", LeftOut);
            }
        }

        return [.. targets.Distinct()];
    }

    private static ParticipantSpec Variable(SourceRow row, string named) => named switch
    {
        "creator" => new ParticipantSpec.Creator(),
        "creator_tl" => new ParticipantSpec.CreatorsLeader(),
        _ => NotAvailable(row, 5, named),
    };

    private static ParticipantSpec Script(SourceRow row, string named, WorkflowSurroundings surroundings)
    {
        if (named.Length == 0)
        {
            return NotAvailable(row, 6, named);
        }

        if (surroundings.Script(named) is not { } script)
        {
            row.Note($"its script “{named}” is unknown or deleted", "the name was kept");
            return new ParticipantSpec.Script(WorkflowSurroundings.ScriptFile(named));
        }

        if (!script.Flag("is_active", otherwise: true))
        {
            row.Note($"its script “{named}” is switched off", "the name was kept");
        }

        return new ParticipantSpec.Script(WorkflowSurroundings.FileName(script));
    }

    /// <summary>An address with its token, which loonflow kept as JSON in the text.</summary>
    private static (ExternalCall Call, bool Waits)? Call(SourceRow row, string prefix, WorkflowSurroundings surroundings)
    {
        if (row.Json("participant", JsonValueKind.Object) is not { } json || Text(json, $"{prefix}_url") is not { Length: > 0 } url)
        {
            return null;
        }

        // "wait" was typed by hand: true, 1, "true".
        var waits = Text(json, "wait") is { } text && (text == "1" || text.Equals("true", StringComparison.OrdinalIgnoreCase));
        var secret = surroundings.Keep(row, Text(json, $"{prefix}_token"));

        return (new ExternalCall(url, secret, CallSignature.LoonflowMd5, Extra(json)), waits);
    }

    private static string? Text(JsonElement json, string name) => json.TryGetProperty(name, out var value) ? SourceJson.Text(value) : null;

    private static string Extra(JsonElement json) => json.TryGetProperty("extra_info", out var extra)
        ? extra.ValueKind is JsonValueKind.String ? extra.GetString()! : extra.GetRawText()
        : string.Empty;

    private static ParticipantSpec NotAvailable(SourceRow row, long code, string named)
    {
        row.Note($"participants of type {code} (“{SourceText.Cut(named, 50)}”) say nothing that LoonFlow understands", "it has no participants");

        return new ParticipantSpec.None();
    }
}
