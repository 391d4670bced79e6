using System.Globalization;
using System.Text.Json;
using LoonFlow.Domain.Access;
using LoonFlow.Domain.Forms;
using LoonFlow.Domain.Organization;
using LoonFlow.Domain.Participants;
using LoonFlow.Domain.Tickets;
using LoonFlow.Domain.Workflows;
using LoonFlow.Web.Loonflow;

namespace LoonFlow.Web.Import.Tickets;

/// <summary>Who must act on a running ticket now (spec A.4, B.7), so that it goes on as if it had always been here.</summary>
internal sealed class StandingReading(TicketSurroundings surroundings, ImportedWorkflow workflow)
{
    private const string ToAdministrators = "it waits for those who administer the workflow";

    /// <param name="row">The ticket.</param>
    /// <param name="state">The state that it is in.</param>
    /// <param name="stay">Since when.</param>
    /// <param name="creator">Who filed it.</param>
    /// <param name="values">What it holds.</param>
    public ImportedVisit Read(SourceRow row, State state, Stay stay, UserId creator, FieldValues values)
    {
        var visit = new ImportedVisit { Number = stay.Number, State = state.Id, EnteredAt = stay.EnteredAt };
        var named = Named(row, state, creator, values);

        if (state.IsAutomatic && named is [])
        {
            return visit with { Automation = Run(row, state, stay.EnteredAt) };
        }

        if (Seats(row, state) is [_, ..] seats)
        {
            return Voting(visit, seats);
        }

        return Consulting(row, visit, named) ?? WithAsked(row, visit, state, stay, Present(row, named, creator, state));
    }

    private ImportedVisit WithAsked(SourceRow row, ImportedVisit visit, State state, Stay stay, IReadOnlyList<Participant> asked)
    {
        if (asked is [])
        {
            row.Note("nobody is left who could act on it, and nobody administers its workflow", "it waits for nobody until somebody steps in");
        }

        var claimed = state.Distribution is Distribution.Claim && asked is [{ Person: { } only }] && stay.ClaimedBy == only ? stay.ClaimedBy : null;

        return visit with { Asked = asked, ClaimedBy = claimed };
    }

    private IReadOnlyList<Participant> Present(SourceRow row, IReadOnlyList<Participant> named, UserId creator, State state)
    {
        Participant[] active = [.. named.Where(who => who.Members(surroundings.Company).Count > 0)];

        if (active is [_, ..])
        {
            return active;
        }

        // loonflow leaves a ticket in its start state without participants; it is its creator's (spec B.1 [I]).
        if (state.Kind is StateKind.Start && surroundings.Company.IsActive(creator))
        {
            return [Participant.Of(creator)];
        }

        row.Note($"nobody of “{SourceText.Cut(row.Whole("participant"), 100)}” (type {row.Number("participant_type_id")}) can act on it", ToAdministrators);

        return Administrators();
    }

    private IReadOnlyList<Participant> Named(SourceRow row, State state, UserId creator, FieldValues values)
    {
        var written = SourceText.Listed(row.Whole("participant"));

        return row.Number("participant_type_id") switch
        {
            1 or 2 or 9 => [.. People(row, written)],
            3 => [.. Groups(row, written, SourceTable.Departments).Select(id => Participant.Of(new DepartmentId(id)))],
            4 => [.. Groups(row, written, SourceTable.Roles).Select(id => Participant.Of(new RoleId(id)))],
            5 => [.. Variable(written, creator)],
            7 => [.. written.SelectMany(key => UserNamesIn(values[key])).SelectMany(name => People(row, [name]))],
            6 or 10 when !state.IsAutomatic => Lost(row, state),
            _ => [],
        };
    }

    private static IReadOnlyList<Participant> Lost(SourceRow row, State state)
    {
        row.Note($"a script or hook has it, and “{state.Name}” runs none", ToAdministrators);

        return [];
    }

    private IEnumerable<Participant> People(SourceRow row, IEnumerable<string> names)
    {
        foreach (var name in names.Where(name => !Import.People.UserNames.IsEngine(name)))
        {
            if (surroundings.People.FindKnown(name) is { } id)
            {
                yield return Participant.Of(id);
            }
            else
            {
                row.Note($"“{name}”, who should act on it, is unknown or deleted", "the name was left out");
            }
        }
    }

    private IEnumerable<long> Groups(SourceRow row, IEnumerable<string> written, string table)
    {
        foreach (var text in written)
        {
            if (long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var id) && surroundings.Ids.Find(table, id) is { } target)
            {
                yield return target;
            }
            else
            {
                row.Note($"it waits for “{text}” of {table}, which is unknown or deleted", "the name was left out");
            }
        }
    }

    private IEnumerable<Participant> Variable(IReadOnlyList<string> written, UserId creator) => written.SelectMany(name => name switch
    {
        "creator" => [Participant.Of(creator)],
        "creator_tl" => surroundings.Company.LeadersOf(creator).Select(Participant.Of),
        _ => Array.Empty<Participant>(),
    });

    private static IEnumerable<string> UserNamesIn(FieldValue? value) => value switch
    {
        FieldValue.Text text => SourceText.Listed(text.Value),
        FieldValue.Texts texts => texts.Values,
        _ => [],
    };

    /// <summary>Nobody knows whether loonflow was still at it: nothing is run twice without somebody saying so.</summary>
    private static AutomationRun? Run(SourceRow row, State state, DateTimeOffset since)
    {
        if (state.Automation is not { } kind)
        {
            return null;
        }

        var hasFailed = !row.Flag("script_run_last_result", otherwise: true);

        if (state.Participants is ParticipantSpec.Hook { Waits: true } && !hasFailed)
        {
            return new AutomationRun(1, AutomationStatus.AwaitingAnswer, since, Attempts: 1);
        }

        var message = hasFailed ? "在 loonflow 中执行失败。It failed in loonflow." : "导入时仍在 loonflow 中执行。It was under way in loonflow when the ticket was imported.";
        row.Note($"its {(kind is AutomationKind.Script ? "script" : "hook")} {(hasFailed ? "failed in loonflow" : "was under way in loonflow")}", "it waits until somebody tries again");

        return new AutomationRun(1, AutomationStatus.Failed, since, message, Attempts: 1);
    }

    /// <summary>Where every one decides: what each of them chose (spec B.13). Without a map it is handled as loonflow did, by whoever comes first.</summary>
    private IReadOnlyList<Seat> Seats(SourceRow row, State state)
    {
        var seats = new List<Seat>();

        if (!state.HasSeats || row.Json("multi_all_person", JsonValueKind.Object) is not { } map)
        {
            return seats;
        }

        foreach (var property in map.EnumerateObject())
        {
            var name = SourceText.Clean(property.Name).Trim();

            if (surroundings.People.FindKnown(name) is not { } person)
            {
                row.Note($"“{name}”, who should decide with others, is unknown or deleted", "the name was left out");
            }
            else if (seats.All(seat => seat.Who != person))
            {
                seats.Add(new Seat(person, Choice(property.Value)));
            }
        }

        return seats;
    }

    private TransitionId? Choice(JsonElement chosen) =>
        chosen.ValueKind is JsonValueKind.Object && chosen.TryGetProperty("transition_id", out var id) && SourceJson.Number(id) is { } transition
            ? workflow.Transition(transition)?.Id
            : null;

    private ImportedVisit Voting(ImportedVisit visit, IReadOnlyList<Seat> seats)
    {
        Participant[] open = [.. seats.Where(seat => seat.Choice is null && surroundings.Company.IsActive(seat.Who)).Select(seat => Participant.Of(seat.Who))];

        // All have chosen, and not the same: loonflow leaves it to an administrator (spec B.13 [I]).
        return visit with { Seats = seats, IsUndecided = open is [], Asked = open is [] ? Administrators() : open };
    }

    /// <summary>Null when nobody is being asked for advice.</summary>
    private ImportedVisit? Consulting(SourceRow row, ImportedVisit visit, IReadOnlyList<Participant> named)
    {
        if (!row.Flag("in_add_node", otherwise: false))
        {
            return null;
        }

        var asker = surroundings.People.FindKnown(row.Whole("add_node_man"));

        if (asker is not { } person || !surroundings.Company.IsActive(person))
        {
            row.Note($"“{row.Whole("add_node_man")}”, who asked for advice, is unknown or inactive", "it goes on with whoever was asked");
            return null;
        }

        if (named is [{ Person: { } asked }] && asked != person && surroundings.Company.IsActive(asked))
        {
            return visit with { Asked = named, Consultation = new Consultation(person, asked, visit.EnteredAt), ClaimedBy = person };
        }

        row.Note("advice is asked of a group, or of nobody who could answer, and is asked of one person here", "it went back to the asker");

        return visit with { Asked = [Participant.Of(person)], Related = named, ClaimedBy = person };
    }

    private IReadOnlyList<Participant> Administrators() => PermissionRules.Administrators(workflow.Access, surroundings.Company);
}
