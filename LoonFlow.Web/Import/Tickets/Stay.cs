using LoonFlow.Domain.Organization;
using LoonFlow.Domain.Tickets;
using LoonFlow.Domain.Workflows;

namespace LoonFlow.Web.Import.Tickets;

/// <summary>One stay of a ticket in one state, as its history tells it.</summary>
internal sealed class Stay(int number, StateId state, DateTimeOffset enteredAt)
{
    private readonly HashSet<UserId> _people = [];

    public int Number => number;

    public StateId State => state;

    public DateTimeOffset EnteredAt => enteredAt;

    public DateTimeOffset? LeftAt { get; private set; }

    /// <summary>Who did something there; those who only commented had no part in it.</summary>
    public IReadOnlyCollection<UserId> People => _people;

    /// <summary>Who took the work on last.</summary>
    public UserId? ClaimedBy { get; private set; }

    public void Note(UserId person, FlowLogAction action)
    {
        if (action is not FlowLogAction.Commented)
        {
            _people.Add(person);
        }

        ClaimedBy = action switch
        {
            FlowLogAction.Claimed => person,
            FlowLogAction.Forwarded => null,
            _ => ClaimedBy,
        };
    }

    public void Leave(DateTimeOffset at) => LeftAt = at < enteredAt ? enteredAt : at;
}
