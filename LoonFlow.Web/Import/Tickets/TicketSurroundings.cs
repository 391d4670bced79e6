using LoonFlow.Domain.Organization;
using LoonFlow.Domain.Tickets;

namespace LoonFlow.Web.Import.Tickets;

/// <summary>What tickets of the dump refer to, all of it here already: people, groups, workflows, and which ids they may keep.</summary>
internal sealed class TicketSurroundings
{
    private const int MostForwardLinks = 10_000;

    private readonly List<(long Child, long Parent)> _forward = [];

    public required ImportedIds Ids { get; init; }

    public required Company Company { get; init; }

    public required HistoryPeople People { get; init; }

    public required SourceRows Source { get; init; }

    public required ImportReport Report { get; init; }

    /// <summary>By the workflow's id in the dump.</summary>
    public required IReadOnlyDictionary<long, ImportedWorkflow> Workflows { get; init; }

    public required KeptIds Kept { get; init; }

    public required TimeZoneInfo Zone { get; init; }

    /// <summary>The moment of the import.</summary>
    public required DateTimeOffset Now { get; init; }

    /// <summary>Links to parents that come after their children in the dump, as far as they are looked up at the end.</summary>
    public IReadOnlyList<(long Child, long Parent)> Forward => _forward;

    public DateTimeOffset? Moment(SourceRow row, string column) => SourceMoments.Read(row.Whole(column), Zone);

    public void NoteForward(long child, long parent)
    {
        if (_forward.Count < MostForwardLinks)
        {
            _forward.Add((child, parent));
        }
    }
}
