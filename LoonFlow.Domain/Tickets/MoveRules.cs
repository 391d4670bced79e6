using LoonFlow.Domain.Common;
using LoonFlow.Domain.Participants;
using LoonFlow.Domain.Workflows;

namespace LoonFlow.Domain.Tickets;

/// <summary>Following a transition out of a visit that was left.</summary>
internal static class MoveRules
{
    public static Refusal? Along(Course course, Visit left, Transition transition)
    {
        // Returned with "straight back": whoever returned it gets it again; where every one decides, all of them do.
        if (left.ResumesAt is { } resumption && transition.Kind is TransitionKind.Agree)
        {
            return EntryRules.Enter(course, resumption.State, From(left, transition) with
            {
                Asked = !course.Workflow.State(resumption.State).HasSeats && course.Facts.Company.IsActive(resumption.By) ? [Participant.Of(resumption.By)] : null,
            });
        }

        var destination = EntryRules.Destination(course, transition);

        // Saving what is being mended is neither an agreement nor an end of it.
        return EntryRules.Enter(course, destination, From(left, transition) with { ResumesAt = destination == left.State ? left.ResumesAt : null });
    }

    private static Entry From(Visit left, Transition transition) => new(transition.Kind, left.Branch, left.Number);
}
