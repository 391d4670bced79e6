using LoonFlow.Domain.Access;
using LoonFlow.Domain.Organization;
using LoonFlow.Domain.Participants;
using LoonFlow.Domain.Timers;
using LoonFlow.Domain.Workflows;

namespace LoonFlow.Domain.Tickets;

/// <summary>
/// One stay of a ticket in one state. Its number counts from 1 within the ticket and is never used again, so that
/// whatever is bound to a visit (a timer, an answer from outside) cannot act on a later one. The visit of a fork stays
/// open, with nobody to act, until its branches have met.
/// </summary>
public sealed partial class Visit
{
    private readonly List<VisitParticipant> _asked = [];
    private List<Consultation> _consultations = [];

    internal Visit(TicketEvent.StateEntered entered, DateTimeOffset at)
    {
        Number = entered.Visit;
        State = entered.State;
        EnteredAt = at;
        Branch = entered.Branch;
        Cause = entered.Cause;
        Seats = entered.Seats;
        Timers = entered.Timers;
        NextDueAt = TimerRules.NextDue(Timers);
        ResumesAt = entered.ResumesAt;
        Assign(at, entered.Participants);
    }

    internal Visit(TicketEvent.Forked forked, DateTimeOffset at)
    {
        Number = forked.Visit;
        State = forked.State;
        EnteredAt = at;
        Branch = forked.Branch;
        Cause = forked.Cause;
        Arrivals = [];
    }

    internal Visit(ImportedVisit imported)
    {
        (Number, State, EnteredAt, LeftAt, Cause) = (imported.Number, imported.State, imported.EnteredAt, imported.LeftAt, imported.Number - 1);
        (ClaimedBy, Seats, IsUndecided, Automation) = (imported.ClaimedBy, imported.Seats, imported.IsUndecided, imported.Automation);
        (Timers, NextDueAt) = (imported.Timers, TimerRules.NextDue(imported.Timers));
        _consultations = imported.Consultation is { } consultation ? [consultation] : [];

        // What led here was decided elsewhere and is not taken back here.
        IsTouched = true;
        Assign(EnteredAt, imported.Asked);
        _asked.AddRange(imported.Related.Distinct().Except(imported.Asked).Select(who => new VisitParticipant(who)));
    }

    private Visit(Visit other)
    {
        (Number, State, EnteredAt, LeftAt, Branch, Cause) = (other.Number, other.State, other.EnteredAt, other.LeftAt, other.Branch, other.Cause);
        (Seats, IsUndecided, Arrivals, Automation, ResumesAt) = (other.Seats, other.IsUndecided, other.Arrivals, other.Automation, other.ResumesAt);
        (Timers, NextDueAt, ClaimedBy, IsTouched) = (other.Timers, other.NextDueAt, other.ClaimedBy, other.IsTouched);
        _consultations = other._consultations;
        _asked = [.. other._asked.Select(asked => new VisitParticipant(asked))];
    }

    private Visit()
    {
    }

    public int Number { get; private set; }

    public StateId State { get; private set; }

    public DateTimeOffset EnteredAt { get; private set; }

    /// <summary>When the ticket left; null while it is here.</summary>
    public DateTimeOffset? LeftAt { get; private set; }

    /// <summary>The parallel branch that it belongs to; null outside of branches.</summary>
    public VisitBranch? Branch { get; private set; }

    /// <summary>The visit that was left for this one; 0 when the ticket was filed.</summary>
    public int Cause { get; private set; }

    /// <summary>Who claimed it; null while nobody has, or nobody had to.</summary>
    public UserId? ClaimedBy { get; private set; }

    /// <summary>One for each person where every one decides; empty elsewhere.</summary>
    public IReadOnlyList<Seat> Seats { get; private set; } = [];

    /// <summary>Whether the votes left it to those who administer the workflow.</summary>
    public bool IsUndecided { get; private set; }

    /// <summary>On the visit of a fork: the branches that have come to its join. Null elsewhere.</summary>
    public IReadOnlyList<Arrival>? Arrivals { get; private set; }

    /// <summary>The latest run of what happens by itself here; null where nothing does.</summary>
    public AutomationRun? Automation { get; private set; }

    /// <summary>Where an agreement leads straight back to, after a return that said so.</summary>
    public Resumption? ResumesAt { get; private set; }

    public IReadOnlyList<VisitTimer> Timers { get; private set; } = [];

    /// <summary>When the first of its timers is due, in UTC; null when none is.</summary>
    public DateTimeOffset? NextDueAt { get; private set; }

    /// <summary>Whether anybody acted on it; from then on the step that led here cannot be taken back.</summary>
    public bool IsTouched { get; private set; }

    /// <summary>Everyone who must act now or had to earlier in this visit. The rows behind "my inbox" and "related to me".</summary>
    public IReadOnlyList<VisitParticipant> Asked => _asked;

    /// <summary>Who must act now.</summary>
    public IEnumerable<Participant> Participants => _asked.Where(asked => asked.MustAct).Select(asked => asked.Who);

    /// <summary>Open consultations, the latest last. Whoever is asked in one answers before anything else (spec B.17).</summary>
    public IReadOnlyList<Consultation> Consultations => _consultations;

    public bool IsOpen => LeftAt is null;

    public bool IsConsulting => _consultations.Count > 0;

    /// <summary>Whether this is the visit of a fork, where nobody acts.</summary>
    public bool IsFork => Arrivals is not null;

    /// <summary>Whether each of several decides for themselves.</summary>
    public bool IsVoting => Seats.Count > 0 && !IsUndecided;

    /// <summary>Whether this is one of several who each decide, and has not chosen yet.</summary>
    public bool HasSeatOpen(UserId person) => IsVoting && Seats.Any(seat => seat.Who == person && seat.Choice is null);

    public bool IsFor(Actor.Person person) => Participants.Any(participant => participant.Includes(person));

    /// <summary>The open consultation that waits for this person; null when none does.</summary>
    public Consultation? ConsultationOf(UserId person) => _consultations.FindLast(consultation => consultation.Asked == person);

    internal Visit Copy() => new(this);
}

/// <summary>Someone asked someone else; the work comes back to the asker with the answer (加签).</summary>
public sealed record Consultation(UserId Asker, UserId Asked, DateTimeOffset At);
