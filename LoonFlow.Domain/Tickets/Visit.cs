using LoonFlow.Domain.Access;
using LoonFlow.Domain.Organization;
using LoonFlow.Domain.Participants;
using LoonFlow.Domain.Workflows;

namespace LoonFlow.Domain.Tickets;

/// <summary>
/// One stay of a ticket in one state. Its number counts from 1 within the ticket and is never used again, so that
/// whatever is bound to a visit (a timer, an answer from outside) cannot act on a later one.
/// </summary>
public sealed class Visit
{
    private readonly List<VisitParticipant> _asked = [];
    private List<Consultation> _consultations = [];

    internal Visit(int number, StateId state, IReadOnlyList<Participant> participants, DateTimeOffset enteredAt)
    {
        Number = number;
        State = state;
        EnteredAt = enteredAt;
        Assign(participants);
    }

    private Visit()
    {
    }

    public int Number { get; private set; }

    public StateId State { get; private set; }

    public DateTimeOffset EnteredAt { get; private set; }

    /// <summary>When the ticket left; null while it is here.</summary>
    public DateTimeOffset? LeftAt { get; private set; }

    /// <summary>Who claimed it; null while nobody has, or nobody had to.</summary>
    public UserId? ClaimedBy { get; private set; }

    /// <summary>Everyone who must act now or had to earlier in this visit. The rows behind "my inbox" and "related to me".</summary>
    public IReadOnlyList<VisitParticipant> Asked => _asked;

    /// <summary>Who must act now.</summary>
    public IEnumerable<Participant> Participants => _asked.Where(asked => asked.MustAct).Select(asked => asked.Who);

    /// <summary>Open consultations, the latest last. While there is one, its answer is the only way on (spec B.17).</summary>
    public IReadOnlyList<Consultation> Consultations => _consultations;

    public bool IsOpen => LeftAt is null;

    public bool IsConsulting => _consultations.Count > 0;

    public bool IsFor(Actor.Person person) => Participants.Any(participant => participant.Includes(person));

    internal void Assign(params IEnumerable<Participant> participants)
    {
        Participant[] wanted = [.. participants.Distinct()];

        foreach (var asked in _asked)
        {
            asked.MustAct = wanted.Contains(asked.Who);
        }

        _asked.AddRange(wanted.Except(_asked.Select(asked => asked.Who)).Select(who => new VisitParticipant(who)));
    }

    internal void Claim(UserId by)
    {
        ClaimedBy = by;
        Assign(Participant.Of(by));
    }

    internal void Forward(UserId to)
    {
        Assign(Participant.Of(to));

        if (IsConsulting)
        {
            _consultations = [.. _consultations[..^1], _consultations[^1] with { Asked = to }];
        }
        else if (ClaimedBy is not null)
        {
            ClaimedBy = to;
        }
    }

    internal void Consult(Consultation consultation)
    {
        _consultations = [.. _consultations, consultation];
        Assign(Participant.Of(consultation.Asked));
    }

    /// <summary>Goes back to this asker; those who asked in between have left the company.</summary>
    internal void Answer(UserId asker)
    {
        _consultations = [.. _consultations[.._consultations.FindLastIndex(consultation => consultation.Asker == asker)]];
        Assign(Participant.Of(asker));
    }

    internal void Reassign(IReadOnlyList<Participant> participants)
    {
        ClaimedBy = null;
        Assign(participants);
    }

    internal void Leave(DateTimeOffset at)
    {
        LeftAt = at;
        _consultations = [];
        Assign();
    }
}

/// <summary>Someone asked someone else; the ticket comes back to the asker with the answer (加签).</summary>
public sealed record Consultation(UserId Asker, UserId Asked, DateTimeOffset At);
