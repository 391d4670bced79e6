using LoonFlow.Domain.Forms;
using LoonFlow.Domain.Organization;
using LoonFlow.Domain.Participants;
using LoonFlow.Domain.Tickets;
using LoonFlow.Domain.Timers;
using LoonFlow.Domain.Workflows;
using LoonFlow.Web.Loonflow;

namespace LoonFlow.Web.Import.Tickets;

/// <summary>One ticket of the dump, as it stands.</summary>
internal sealed class TicketReading(TicketSurroundings surroundings, ImportedWorkflow workflow, TicketRows rows, TicketCourse course, UserId creator)
{
    private SourceRow Row => rows.Record;

    /// <param name="id">Its id here.</param>
    /// <param name="serial">Its serial here.</param>
    /// <param name="parent">Whose child it is.</param>
    /// <param name="values">What it holds.</param>
    /// <param name="createdAt">When it was filed.</param>
    public ImportedTicket Read(TicketId id, string serial, ParentLink? parent, FieldValues values, DateTimeOffset createdAt)
    {
        var changedAt = surroundings.Moment(Row, "gmt_modified") ?? createdAt;
        var state = Standing();
        var last = course.Stays[^1];
        var isOver = IsOver(state);
        var endedAt = isOver ? (DateTimeOffset?)(state.Kind is StateKind.End ? last.EnteredAt : changedAt) : null;

        return new ImportedTicket
        {
            Id = id,
            Serial = serial,
            Title = Row.Text("title", Ticket.MaxTitleLength),
            Creator = creator,
            Status = Status(state, isOver),
            State = state.Id,
            Values = values,
            Parent = parent,
            CreatedAt = createdAt,
            ChangedAt = changedAt,
            EndedAt = endedAt,
            DeletedAt = Row.Flag("is_deleted", otherwise: false) ? changedAt : null,
            Steps = course.Steps,
            Visits = Visits(state, isOver, endedAt, values),
        };
    }

    /// <summary>The state of its version that it is in. One that is gone becomes an end where it had ended, else the start.</summary>
    private State Standing()
    {
        var written = Row.Number("state_id");

        if (workflow.State(written) is { } state)
        {
            return state;
        }

        var isOver = Row.Flag("is_end", otherwise: false) || Row.Number("act_state_id", 1) is 4 or 5;
        var instead = isOver ? workflow.Version.States.First(one => one.Kind is StateKind.End) : workflow.Version.Start;
        Row.Note($"its state {written} (“{workflow.NameOf(written)}”) is not in its workflow any more", $"it was put into “{instead.Name}”");

        return instead;
    }

    /// <summary>By where it is: loonflow 0.3 does not mark what was closed, and never takes a mark back (spec B.2 [R]).</summary>
    private bool IsOver(State state) => state.Kind is StateKind.End || Row.Number("act_state_id", 1) is 4 or 5;

    private TicketStatus Status(State state, bool isOver)
    {
        if (Row.Has("act_state_id") && Row.Number("act_state_id", 1) is >= 0 and <= 5 and var code && (code is 4 or 5) == (isOver && code is not 2))
        {
            return (TicketStatus)code;
        }

        var isForced = course.Actions.LastOrDefault(action => action is FlowLogAction.TransitionTaken or FlowLogAction.Jumped or FlowLogAction.Closed or FlowLogAction.Submitted)
            is FlowLogAction.Jumped or FlowLogAction.Closed;

        return isOver && isForced ? TicketStatus.Closed
            : Row.Flag("is_rejected", otherwise: false) ? TicketStatus.Returned
            : isOver ? TicketStatus.Finished
            : state.Kind is StateKind.Start ? TicketStatus.Draft
            : TicketStatus.Ongoing;
    }

    private IReadOnlyList<ImportedVisit> Visits(State state, bool isOver, DateTimeOffset? endedAt, FieldValues values)
    {
        var last = course.Stays[^1];
        var left = course.Stays.SkipLast(1).TakeLast(Ticket.MaxSteps).Select(Left).ToList();
        var related = Related().Except(left.SelectMany(visit => visit.Related)).ToArray();

        if (!isOver)
        {
            var open = new StandingReading(surroundings, workflow).Read(Row, state, last, creator, values);
            left.Add(open with { Related = [.. open.Related, .. related], Timers = Timers(state, last.EnteredAt) });
        }
        else if (left is [.., var latest])
        {
            left[^1] = latest with { Related = [.. latest.Related, .. related] };
        }
        else
        {
            left.Add(new ImportedVisit { Number = 1, State = state.Id, EnteredAt = last.EnteredAt, LeftAt = endedAt, Related = related });
        }

        return left;
    }

    private static ImportedVisit Left(Stay stay) => new()
    {
        Number = stay.Number,
        State = stay.State,
        EnteredAt = stay.EnteredAt,
        LeftAt = stay.LeftAt ?? stay.EnteredAt,
        ClaimedBy = stay.ClaimedBy,
        Related = [.. stay.People.Select(Participant.Of)],
    };

    /// <summary>Everybody whom loonflow let view it (spec B.25).</summary>
    private IEnumerable<Participant> Related()
    {
        var people = new HashSet<UserId>(course.Stays.SelectMany(stay => stay.People)) { creator };
        people.UnionWith(rows.Relations.Select(row => surroundings.People.FindKnown(row.Whole("username"))).OfType<UserId>());
        var unknown = new List<string>();

        foreach (var name in SourceText.Listed(Row.Whole("relation")).Where(name => !People.UserNames.IsEngine(name)))
        {
            if (surroundings.People.FindKnown(name) is { } person)
            {
                people.Add(person);
            }
            else
            {
                unknown.Add(name);
            }
        }

        if (unknown is [_, ..])
        {
            Row.Note($"its relation names {unknown.Count} who are unknown or deleted, first “{SourceText.Cut(unknown[0], 50)}”", "they were left out");
        }

        return people.Select(Participant.Of);
    }

    /// <summary>From the arrival; one whose time passed in loonflow begins anew, so that nothing happens merely because of the import.</summary>
    private IReadOnlyList<VisitTimer> Timers(State state, DateTimeOffset since) =>
    [
        .. state.Timers.Select(setting =>
        {
            var due = since + setting.After;
            var isPast = due <= surroundings.Now;
            Row.Note(
                $"a timer of “{state.Name}” {(isPast ? "was due before the import" : "is running")}",
                isPast ? "it counts from the import" : "it counts from the last move");

            return new VisitTimer { Number = setting.Number, DueAt = isPast ? surroundings.Now + setting.After : due };
        }),
    ];
}
