using LoonFlow.Web.Import.MySqlDumps;
using LoonFlow.Web.Loonflow;

namespace LoonFlow.Web.Import.Tickets;

/// <summary>A line of a ticket's history without its texts: enough to tell the course of the ticket.</summary>
/// <param name="State">The state that it names.</param>
/// <param name="Transition">0 for what was done outside the flow.</param>
/// <param name="Intervention">What that was (spec A.5).</param>
/// <param name="ParticipantType">What kind of thing did it.</param>
/// <param name="Participant">Who did it.</param>
/// <param name="Words">What loonflow itself wrote where it gave no intervention.</param>
/// <param name="At">When, in the installation's local time; null when that cannot be read.</param>
internal sealed record LogHead(long State, long Transition, long Intervention, long ParticipantType, string Participant, LogWords Words, DateTime? At)
{
    public static readonly IReadOnlyList<string> Columns =
        ["id", "ticket_id", "transition_id", "suggestion", "participant_type_id", "participant", "state_id", "intervene_type_id", "gmt_created"];

    private const int LongestWords = 12;

    private static readonly (string Start, LogWords Words)[] Known =
    [
        ("强制修改工单状态", LogWords.StateForced), ("强制关闭工单", LogWords.Closed), ("接单处理", LogWords.Accepted),
        ("转交工单", LogWords.Delivered), ("加签工单完成", LogWords.NodeEnded), ("加签完成", LogWords.NodeEnded), ("加签工单", LogWords.NodeAdded),
    ];

    public bool IsPerson => ParticipantType is not (6 or 10);

    /// <summary>What of a line goes into its head.</summary>
    public static DumpRow Cut(DumpRow log) => new(log.Table, log.Line, Columns, [.. Columns.Select(column => column is "suggestion" ? Start(log[column]) : log[column])]);

    public static LogHead Read(SourceRow row) => new(
        row.Number("state_id"),
        row.Number("transition_id"),
        row.Number("intervene_type_id"),
        row.Number("participant_type_id", 1),
        row.Whole("participant").Trim(),
        Known.FirstOrDefault(known => row.Whole("suggestion").StartsWith(known.Start, StringComparison.Ordinal)).Words,
        SourceMoments.Local(row.Whole("gmt_created")));

    private static DumpValue Start(DumpValue suggestion) =>
        suggestion.Text is { Length: > LongestWords } text ? suggestion with { Text = SourceText.Cut(text, LongestWords) } : suggestion;
}

/// <summary>Sentences by which loonflow says what was done, where its codes do not.</summary>
internal enum LogWords
{
    None,
    StateForced,
    Closed,
    Accepted,
    Delivered,
    NodeAdded,
    NodeEnded,
}
