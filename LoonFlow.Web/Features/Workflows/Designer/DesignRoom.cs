using System.Collections.Concurrent;
using LoonFlow.Domain.Organization;
using LoonFlow.Domain.Workflows;

namespace LoonFlow.Web.Features.Workflows.Designer;

/// <summary>Somebody who designs a workflow right now, and what they have in hand.</summary>
/// <param name="Who">Who.</param>
/// <param name="Name">Their name.</param>
/// <param name="InHand">The state, transition or field as people read it; null for the workflow itself.</param>
public sealed record Designer(UserId Who, string Name, string? InHand)
{
    public static Designer Of(UserId person, Company company) => new(person, company.User(person)?.Name ?? string.Empty, InHand: null);
}

/// <summary>Who designs which workflow at this moment, on this instance: they see each other and hear of each other's saving.</summary>
public sealed class DesignRoom
{
    private readonly ConcurrentDictionary<Guid, Seat> _seats = new();

    /// <summary>Comes in; disposing it leaves.</summary>
    /// <param name="workflow">What is designed.</param>
    /// <param name="designer">Who comes.</param>
    /// <param name="changed">Called when the others change, or one of them saved; returns at once.</param>
    public Seat Enter(WorkflowId workflow, Designer designer, Action changed)
    {
        var context = ExecutionContext.Capture();
        var seat = new Seat(this, workflow, context is null ? changed : () => ExecutionContext.Run(context, _ => changed(), null)) { Designer = designer };
        _seats[seat.Key] = seat;
        Tell(seat);

        return seat;
    }

    /// <summary>Everybody else, each once: a page that one left open elsewhere is nobody else.</summary>
    private IReadOnlyList<Designer> Others(Seat seat) =>
    [
        .. _seats.Values
            .Where(other => other.Workflow == seat.Workflow && other.Designer.Who != seat.Designer.Who)
            .OrderByDescending(other => other.Key)
            .Select(other => other.Designer)
            .DistinctBy(other => other.Who)
            .OrderBy(other => other.Name, StringComparer.CurrentCulture),
    ];

    private void Tell(Seat by)
    {
        foreach (var other in _seats.Values.Where(other => other.Workflow == by.Workflow && other.Key != by.Key))
        {
            other.Changed();
        }
    }

    /// <summary>One open designer's place.</summary>
    public sealed class Seat(DesignRoom room, WorkflowId workflow, Action changed) : IDisposable
    {
        internal Guid Key { get; } = Guid.CreateVersion7();

        internal WorkflowId Workflow => workflow;

        internal Designer Designer { get; set; } = null!;

        internal Action Changed => changed;

        /// <summary>The revision of the draft that somebody saved last; 0 where nobody has.</summary>
        public int LatestRevision { get; private set; }

        public IReadOnlyList<Designer> Others => room.Others(this);

        public void Hold(string? inHand)
        {
            if (Designer.InHand != inHand)
            {
                Designer = Designer with { InHand = inHand };
                room.Tell(this);
            }
        }

        /// <summary>Tells the others that the draft was saved.</summary>
        public void Saved(int revision)
        {
            foreach (var other in room._seats.Values.Where(other => other.Workflow == workflow && other.Key != Key))
            {
                other.LatestRevision = Math.Max(other.LatestRevision, revision);
            }

            room.Tell(this);
        }

        public void Dispose()
        {
            room._seats.TryRemove(Key, out _);
            room.Tell(this);
        }
    }
}
