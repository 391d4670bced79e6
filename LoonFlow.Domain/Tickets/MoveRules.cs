using LoonFlow.Domain.Common;
using LoonFlow.Domain.Participants;
using LoonFlow.Domain.Workflows;

namespace LoonFlow.Domain.Tickets;

/// <summary>Following a transition out of a visit that was left.</summary>
internal static class MoveRules
{
    public static Refusal? Along(Course course, Visit left, Transition transition)
    {
        // Returned with "straight back": whoever returned it gets it again, unless it is refused once more.
        if (left.ResumesAt is { } resumption && transition.Kind is not TransitionKind.Refuse)
        {
            return EntryRules.Enter(course, resumption.State, From(left, transition) with
            {
                Asked = course.Facts.Company.IsActive(resumption.By) ? [Participant.Of(resumption.By)] : null,
            });
        }

        return EntryRules.Enter(course, EntryRules.Destination(course, transition), From(left, transition));
    }

    private static Entry From(Visit left, Transition transition) => new(transition.Kind, left.Branch, left.Number);
}
