using LoonFlow.Domain.Forms;
using LoonFlow.Domain.Organization;
using LoonFlow.Domain.Tickets;

namespace LoonFlow.Web.Import.Tickets;

/// <summary>Lines of loonflow's history as lines of LoonFlow's.</summary>
internal sealed class FlowLogReading(TicketSurroundings surroundings, TicketRows rows, TicketTransfer.Coming coming)
{
    private const string WithoutSnapshot = "lines without a readable snapshot show the values of the line before, or, before the first snapshot, those that the ticket has now";

    /// <summary>Who wrote a line; null for the engine.</summary>
    public static UserId? By(LogHead head, HistoryPeople people) =>
        !head.IsPerson || People.UserNames.IsEngine(head.Participant) ? null : people.Find(head.Participant);

    /// <param name="row">The line.</param>
    /// <param name="index">Its place in the history.</param>
    public ImportedFlowLogEntry Read(SourceRow row, int index)
    {
        var (head, workflow, course) = (rows.Heads[index], coming.Workflow, coming.Course);
        var action = course.Actions[index];
        var before = course.StateBefore(index);
        var snapshot = Snapshot(row);
        var isOutside = action is FlowLogAction.Jumped;
        var after = course.StateAfter(index);

        if (head is { Transition: 0, Intervention: not 5, IsPerson: true } && action is FlowLogAction.Commented)
        {
            row.Note($"nothing says what was done (intervention {head.Intervention})", "it became a comment");
        }

        return new ImportedFlowLogEntry
        {
            Ticket = coming.Id,
            At = head.At is { } at ? SourceMoments.InZone(at, surroundings.Zone) : coming.CreatedAt,
            By = By(head, surroundings.People),
            Action = action,
            State = before,
            StateName = workflow.Version.FindState(before)?.Name ?? workflow.NameOf(head.State),
            Transition = head.Transition == 0 ? null : workflow.TransitionIdOf(head.Transition),
            TransitionName = head.Transition == 0 ? null : workflow.NameOfTransition(head.Transition),
            TransitionKind = workflow.Transition(head.Transition)?.Kind,
            Target = action is FlowLogAction.Forwarded or FlowLogAction.Consulted or FlowLogAction.ConsultationAnswered ? Target(snapshot, index) : null,
            TargetState = isOutside ? after : null,
            TargetStateName = isOutside ? workflow.Version.FindState(after)?.Name : null,
            Comment = row.Text("suggestion", Comment.MaxLength),
            Values = coming.Before ?? coming.Values,
        };
    }

    /// <summary>Takes note of what a line that is here already says about values, for those behind it.</summary>
    public void Pass(SourceRow row) => Snapshot(row);

    private Snapshot? Snapshot(SourceRow row)
    {
        var snapshot = SnapshotReading.Read(row.Whole("ticket_data"), coming.Before ?? coming.Values, coming.Workflow.Fields, surroundings.Zone);

        if (snapshot is { SaysAnything: true })
        {
            coming.Before = snapshot.Values;

            if (!snapshot.IsWhole)
            {
                row.Note("its snapshot is cut off or no JSON", "what could be read of it was taken");
            }
        }
        else
        {
            surroundings.Report.List(SourceTable.Logs, ImportReport.AllRows, "loonflow writes no snapshot for some lines, and 0.1 for none", WithoutSnapshot);
        }

        return snapshot;
    }

    /// <summary>loonflow does not write to whom, but whom the ticket waited for afterwards.</summary>
    private UserId? Target(Snapshot? snapshot, int index)
    {
        var name = snapshot?.Participant ?? (index == rows.Heads.Count - 1 ? rows.Record.Whole("participant") : null);

        return name is null ? null : surroundings.People.FindKnown(name);
    }
}
