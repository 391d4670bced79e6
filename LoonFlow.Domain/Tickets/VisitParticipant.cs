using LoonFlow.Domain.Participants;

namespace LoonFlow.Domain.Tickets;

/// <summary>One who is or was asked to act on a visit. Kept after the turn has passed: whoever had to handle a ticket may go on viewing it.</summary>
public sealed class VisitParticipant
{
    internal VisitParticipant(Participant who, DateTimeOffset askedAt)
    {
        Kind = who.Kind;
        Key = who.Key;
        MustAct = true;
        AskedAt = askedAt;
    }

    /// <summary>One whose turn was over before the ticket came to LoonFlow.</summary>
    internal VisitParticipant(Participant who)
    {
        Kind = who.Kind;
        Key = who.Key;
    }

    internal VisitParticipant(VisitParticipant other)
    {
        Kind = other.Kind;
        Key = other.Key;
        MustAct = other.MustAct;
        AskedAt = other.AskedAt;
    }

    private VisitParticipant()
    {
    }

    public ParticipantKind Kind { get; private set; }

    public long Key { get; private set; }

    /// <summary>Whether it is their turn now.</summary>
    public bool MustAct { get; internal set; }

    /// <summary>When they were asked last, in UTC; null for those asked before LoonFlow kept it.</summary>
    public DateTimeOffset? AskedAt { get; internal set; }

    public Participant Who => new(Kind, Key);
}
