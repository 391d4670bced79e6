using LoonFlow.Domain.Organization;
using LoonFlow.Domain.Participants;
using LoonFlow.Domain.Timers;
using LoonFlow.Domain.Workflows;

namespace LoonFlow.Domain.Tickets;

/// <summary>How events change a visit; called by the ticket only.</summary>
public sealed partial class Visit
{
    internal void Claim(UserId by, DateTimeOffset at)
    {
        IsTouched = true;
        ClaimedBy = by;
        Assign(at, Participant.Of(by));
    }

    internal void Forward(UserId? from, UserId to, DateTimeOffset at)
    {
        IsTouched = true;

        if (from is { } person && ConsultationOf(person) is { } consultation)
        {
            _consultations = [.. _consultations.Select(one => one == consultation ? one with { Asked = to } : one)];
        }
        else if (from is { } owner && IsVoting)
        {
            Seats = [.. Seats.Select(seat => seat.Who == owner && seat.Choice is null ? seat with { Who = to } : seat)];
        }
        else
        {
            // Handed over as a whole: questions that those before had asked are no longer theirs to use.
            _consultations = from is null ? [] : _consultations;
            ClaimedBy = ClaimedBy is null ? null : to;
        }

        HandOver(from, to, at);
    }

    internal void Consult(Consultation consultation)
    {
        IsTouched = true;
        _consultations = [.. _consultations, consultation];
        HandOver(consultation.Asker, consultation.Asked, consultation.At);
    }

    /// <summary>Goes back to this asker; those who asked in between have left the company.</summary>
    internal void Answer(UserId asker, UserId asked, DateTimeOffset at)
    {
        var answering = asked;

        while (ConsultationOf(answering) is { } consultation)
        {
            _consultations = [.. _consultations.Where(one => one != consultation)];
            answering = consultation.Asker;

            if (answering == asker)
            {
                break;
            }
        }

        HandOver(asked, asker, at);
    }

    internal void Reassign(IReadOnlyList<Participant> participants, IReadOnlyList<Seat>? seats, DateTimeOffset at)
    {
        Seats = seats ?? Seats;
        ClaimedBy = null;
        _consultations = [];
        Assign(at, participants);
    }

    internal void Vote(TicketEvent.Voted voted, DateTimeOffset at)
    {
        IsTouched = IsTouched || !voted.IsAutomatic;
        Seats = [.. Seats.Select(seat => seat.Who == voted.By && seat.Choice is null ? seat with { Choice = voted.Transition, At = at } : seat)];
        Assign(at, voted.IsSequential ? InOrder() : Participants.Except([Participant.Of(voted.By)]));
    }

    internal void DropSeats(IReadOnlyList<UserId> who, bool isSequential, DateTimeOffset at)
    {
        // Whoever was asked on behalf of someone who left, at any depth, answers to nobody any more.
        var without = who.ToHashSet();

        while (_consultations.Find(consultation => without.Contains(consultation.Asker)) is { } consultation)
        {
            without.Add(consultation.Asked);
            _consultations = [.. _consultations.Where(one => one != consultation)];
        }

        Participant[] gone = [.. without.Select(Participant.Of)];
        Seats = [.. Seats.Where(seat => seat.Choice is not null || !who.Contains(seat.Who))];
        Assign(at, isSequential && Participants.All(gone.Contains) ? InOrder() : Participants.Except(gone));
    }

    internal void LeaveUndecided(IReadOnlyList<Participant> administrators, DateTimeOffset at)
    {
        IsUndecided = true;
        _consultations = [];
        Assign(at, administrators);
    }

    internal void Escalate(IReadOnlyList<Participant> to, bool replaces, DateTimeOffset at)
    {
        if (replaces)
        {
            // Whoever it goes to decides instead of those who vote.
            IsUndecided = IsUndecided || IsVoting;
            ClaimedBy = null;
            _consultations = [];
        }

        Assign(at, replaces ? to : Participants.Union(to));
    }

    internal void Arrive(Arrival arrival) => Arrivals = [.. Arrivals ?? [], arrival];

    internal void SetTimers(IReadOnlyList<VisitTimer> timers)
    {
        Timers = timers;
        NextDueAt = TimerRules.NextDue(timers);
    }

    internal void Run(int run, AutomationStatus status, string message, DateTimeOffset at)
    {
        var attempts = Automation is { } earlier && earlier.Run == run ? earlier.Attempts : 0;
        Automation = new AutomationRun(run, status, at, message, status is AutomationStatus.Running ? attempts + 1 : attempts);
    }

    internal void Leave(DateTimeOffset at)
    {
        LeftAt = at;
        NextDueAt = null;
        _consultations = [];
        Assign(at, []);
    }

    /// <summary>The first who has not chosen yet.</summary>
    private IEnumerable<Participant> InOrder() => Seats.Where(seat => seat.Choice is null).Select(seat => Participant.Of(seat.Who)).Take(1);

    private void HandOver(UserId? from, UserId to, DateTimeOffset at)
    {
        var others = IsVoting && from is { } person ? Participants.Except([Participant.Of(person)]) : [];
        Assign(at, others.Append(Participant.Of(to)));
    }

    private void Assign(DateTimeOffset at, params IEnumerable<Participant> participants)
    {
        Participant[] wanted = [.. participants.Distinct()];

        foreach (var asked in _asked)
        {
            var isWanted = wanted.Contains(asked.Who);
            asked.AskedAt = isWanted && !asked.MustAct ? at : asked.AskedAt;
            asked.MustAct = isWanted;
        }

        _asked.AddRange(wanted.Except(_asked.Select(asked => asked.Who)).Select(who => new VisitParticipant(who, at)));
    }
}
