using System.Globalization;
using LoonFlow.Domain.Common;
using LoonFlow.Domain.Tickets;
using LoonFlow.Web.Data;
using LoonFlow.Web.Data.Rows;
using Microsoft.EntityFrameworkCore;

namespace LoonFlow.Web.Import.Tickets;

/// <summary>Takes in as many tickets, with their values and their history, as are committed together.</summary>
internal sealed record ImportTickets(IReadOnlyList<TicketPiece> Pieces, TicketSurroundings Surroundings);

internal sealed class ImportTicketsHandler(LoonFlowDb db, IdSequences sequences)
{
    /// <summary>Stands for the digest of a ticket until the last line of its history has come; behind it, how many have.</summary>
    private const string Unfinished = "lines ";

    public async Task<Result<ImportReport>> HandleAsync(ImportTickets command, CancellationToken ct)
    {
        var surroundings = command.Surroundings;
        var here = await TicketsHere.LoadAsync(db, command.Pieces, ct);
        await surroundings.People.AddMissingAsync(db, People(command.Pieces, here, surroundings), ct);

        foreach (var piece in command.Pieces)
        {
            piece.Ticket.Transfer ??= await StartAsync(piece.Ticket, here, surroundings, ct);
            Take(piece, here, surroundings);
        }

        return surroundings.Report;
    }

    private static IEnumerable<(string Name, SourceRow Row)> People(IEnumerable<TicketPiece> pieces, TicketsHere here, TicketSurroundings surroundings) => pieces
        .Where(piece => piece.First == 0 && !IsWhole(here.Imported(piece.Ticket.Record.Id)) && surroundings.Workflows.ContainsKey(piece.Ticket.Record.Number("workflow_id")))
        .SelectMany(piece => piece.Ticket.Heads
            .Where(head => head.IsPerson && !Import.People.UserNames.IsEngine(head.Participant))
            .Select(head => head.Participant)
            .Distinct(StringComparer.Ordinal)
            .Prepend(piece.Ticket.Record.Whole("creator"))
            .Select(name => (name, piece.Ticket.Record)));

    private async Task<TicketTransfer> StartAsync(TicketRows rows, TicketsHere here, TicketSurroundings surroundings, CancellationToken ct)
    {
        var row = rows.Record;
        var known = here.Imported(row.Id);

        if (known is not null && IsWhole(known))
        {
            return new TicketTransfer.Known(known);
        }

        if (!surroundings.Workflows.TryGetValue(row.Number("workflow_id"), out var workflow))
        {
            row.Note(WhyNotOf(row.Number("workflow_id"), surroundings), $"it was left out, with its {rows.Values.Count} values and {rows.Heads.Count} lines of history");
            return new TicketTransfer.Skipped();
        }

        var creator = surroundings.People.Find(row.Whole("creator"));
        var createdAt = surroundings.Moment(row, "gmt_created") ?? surroundings.Now;
        var course = new TicketCourse(
            rows.Heads,
            workflow,
            workflow.State(row.Number("state_id"))?.Id ?? workflow.Version.Start.Id,
            createdAt,
            head => FlowLogReading.By(head, surroundings.People),
            head => head.At is { } at ? SourceMoments.InZone(at, surroundings.Zone) : createdAt);
        var values = ValueReading.Read(rows.Values, workflow.Fields, surroundings.Zone);

        if (known is not null)
        {
            // What the first piece brought is here; only the rest of its history is missing.
            return new TicketTransfer.Coming(new TicketId(known.TargetId), workflow, course, values, createdAt, Lines(known.Fingerprint));
        }

        var id = await ChooseIdAsync(row, here, surroundings, ct);
        var reading = new TicketReading(surroundings, workflow, rows, course, creator);
        var ticket = reading.Read(id, here.Serial(row, id), here.Parent(row, workflow, surroundings), values, createdAt);
        db.Tickets.Add(Ticket.Imported(workflow.Version, ticket));
        db.ImportedRows.Add(here.Add(new ImportedRow { Table = SourceTable.Tickets, SourceId = row.Id, TargetId = id.Value, Fingerprint = Unfinished }));

        return new TicketTransfer.Coming(id, workflow, course, values, createdAt, LinesHere: 0);
    }

    private void Take(TicketPiece piece, TicketsHere here, TicketSurroundings surroundings)
    {
        var rows = piece.Ticket;

        switch (rows.Transfer)
        {
            case TicketTransfer.Known known:
                Count(piece, RowOutcome.Unchanged);
                NoteChange(piece, known);
                break;
            case TicketTransfer.Coming coming:
                Take(piece, coming, surroundings);
                here.Imported(rows.Record.Id)!.Fingerprint = piece.Fingerprint
                    ?? string.Create(CultureInfo.InvariantCulture, $"{Unfinished}{piece.First + piece.Logs.Count}");
                break;
            default:
                Count(piece, RowOutcome.Skipped);
                break;
        }
    }

    private void Take(TicketPiece piece, TicketTransfer.Coming coming, TicketSurroundings surroundings)
    {
        var reading = new FlowLogReading(surroundings, piece.Ticket, coming);

        if (piece.First == 0)
        {
            piece.Ticket.Record.Count(RowOutcome.Imported);
            Count(piece.Ticket.Relations, RowOutcome.Imported);
        }

        foreach (var (row, index) in piece.Logs.Select((row, index) => (row, piece.First + index)))
        {
            if (index < coming.LinesHere)
            {
                reading.Pass(row);
                row.Count(RowOutcome.Unchanged);
            }
            else
            {
                db.FlowLog.Add(FlowLogEntry.Imported(reading.Read(row, index)));
                row.Count(RowOutcome.Imported);
            }
        }
    }

    private async Task<TicketId> ChooseIdAsync(SourceRow row, TicketsHere here, TicketSurroundings surroundings, CancellationToken ct)
    {
        if (surroundings.Kept.Includes(row.Id) && here.Take(row.Id))
        {
            return new TicketId(row.Id);
        }

        var id = await sequences.NextAsync(IdSequences.Tickets, ct);
        here.Take(id);
        row.Note("its id is taken here, or too large", $"it became ticket {id}");

        return new TicketId(id);
    }

    private static string WhyNotOf(long workflow, TicketSurroundings surroundings) =>
        surroundings.Source.Find(SourceTable.Workflows, workflow) is not null ? $"its workflow {workflow} cannot be loaded: it has no start or no end"
        : $"its workflow {workflow} is unknown or deleted";

    private static void NoteChange(TicketPiece piece, TicketTransfer.Known known)
    {
        if (piece.IsLast && piece.Fingerprint != known.Imported.Fingerprint)
        {
            piece.Ticket.Record.Note("it has changed in loonflow since it was imported", "it was kept as it is here");
        }
    }

    private static void Count(TicketPiece piece, RowOutcome outcome)
    {
        Count(piece.Logs, outcome);

        if (piece.First == 0)
        {
            piece.Ticket.Record.Count(outcome);
            Count(piece.Ticket.Values, outcome);
            Count(piece.Ticket.Relations, outcome);
        }
    }

    private static void Count(IEnumerable<SourceRow> rows, RowOutcome outcome)
    {
        foreach (var row in rows)
        {
            row.Count(outcome);
        }
    }

    /// <summary>Whether an earlier import brought it with all of its history.</summary>
    private static bool IsWhole(ImportedRow? known) => known is not null && !known.Fingerprint.StartsWith(Unfinished, StringComparison.Ordinal);

    private static int Lines(string fingerprint) =>
        int.TryParse(fingerprint.AsSpan(Unfinished.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var lines) ? lines : 0;
}
