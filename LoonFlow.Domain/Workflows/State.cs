using LoonFlow.Domain.Common;
using LoonFlow.Domain.Forms;
using LoonFlow.Domain.Participants;
using LoonFlow.Domain.Timers;

namespace LoonFlow.Domain.Workflows;

/// <summary>What part a state plays in its workflow. The numbers are the codes of loonflow (spec A.5).</summary>
public enum StateKind
{
    Normal = 0,
    Start = 1,
    End = 2,

    /// <summary>Opens a branch for each transition that leaves it; nobody acts here.</summary>
    Fork = 3,

    /// <summary>Where the branches of a fork meet; nobody acts here.</summary>
    Join = 4,
}

/// <summary>What happens when nobody active is left to act in a state (spec B.7 [R]).</summary>
public enum EmptyParticipants
{
    /// <summary>The move is refused and nothing changes.</summary>
    Refuse,

    /// <summary>The ticket goes to those who administer the workflow.</summary>
    Administrators,

    /// <summary>The ticket moves on by the state's first agreeing transition; history says so.</summary>
    Skip,
}

/// <summary>Who need not be asked again: they pass a state automatically when they are all that it would ask.</summary>
[Flags]
public enum Repeats
{
    /// <summary>Everybody is asked, however often.</summary>
    AskAgain = 0,

    /// <summary>Whoever filed the ticket.</summary>
    PassCreator = 1,

    /// <summary>Whoever took the transition before.</summary>
    PassPrevious = 2,

    /// <summary>Whoever agreed anywhere since the last refusal or return.</summary>
    PassAgreed = 4,
}

/// <summary>What those who act in a state may do besides deciding.</summary>
[Flags]
public enum StateActions
{
    None = 0,

    /// <summary>Hand the work to somebody else for good (spec B.16).</summary>
    Forward = 1,

    /// <summary>Ask somebody and get the work back with the answer (spec B.17).</summary>
    Consult = 2,

    All = Forward | Consult,
}

/// <summary>One step of a workflow: who acts, how work is shared out, what of the form they see and fill in.</summary>
public sealed record State
{
    public required StateId Id { get; init; }

    public required Caption Name { get; init; }

    public StateKind Kind { get; init; }

    /// <summary>Position in the list of steps.</summary>
    public int Order { get; init; }

    /// <summary>Left out of the list of steps unless a ticket is in it.</summary>
    public bool IsHidden { get; init; }

    public ParticipantSpec Participants { get; init; } = new ParticipantSpec.None();

    public Distribution Distribution { get; init; } = Distribution.Claim;

    /// <summary>When the votes of "all must process" are enough, and for what.</summary>
    public VotingPolicy Voting { get; init; } = new VotingPolicy.Unanimous();

    public EmptyParticipants WhenEmpty { get; init; }

    public Repeats Repeats { get; init; }

    /// <summary>On return, whoever took a transition here last is asked again instead of the whole group (spec B.14).</summary>
    public bool RemembersLastHandler { get; init; }

    /// <summary>Whether the creator may withdraw a ticket that is here.</summary>
    public bool AllowsWithdrawal { get; init; }

    /// <summary>What happens by itself while a ticket stays here (spec B.19).</summary>
    public IReadOnlyList<TimerSetting> Timers { get; init; } = [];

    /// <summary>Whether whoever took a transition here may take it back until the next person acts.</summary>
    public bool AllowsTakingBack { get; init; } = true;

    /// <summary>What those who act here may do besides deciding. Those who may step in are not bound by it.</summary>
    public StateActions Actions { get; init; } = StateActions.All;

    /// <summary>How far, and how, those who act here may return a ticket.</summary>
    public ReturnSetting Returns { get; init; } = ReturnSetting.Nowhere;

    /// <summary>On a fork: the join at which its branches meet.</summary>
    public StateId? Join { get; init; }

    /// <summary>On a join: for whom it waits.</summary>
    public JoinSetting Joining { get; init; } = JoinSetting.ForAll;

    /// <summary>Child tickets that this state starts; null starts none.</summary>
    public ChildrenSetting? Children { get; init; }

    /// <summary>Access by field key, built-in fields included. An empty map shows every field read-only.</summary>
    public IReadOnlyDictionary<string, FieldAccess> Access { get; init; } = new Dictionary<string, FieldAccess>(StringComparer.Ordinal);

    /// <summary>Free JSON for callers.</summary>
    public string Label { get; init; } = string.Empty;

    /// <summary>Where the designer drew it; null lets the chart arrange it.</summary>
    public Position? Position { get; init; }

    /// <summary>Whether the engine, not a person, moves a ticket on from here.</summary>
    public bool IsAutomatic => Participants is ParticipantSpec.Script or ParticipantSpec.Hook or ParticipantSpec.Engine;

    /// <summary>Whether a ticket only passes here and never stays.</summary>
    public bool IsPassage => Kind is StateKind.Fork or StateKind.Join;

    /// <summary>Whether several people decide one by one instead of one for all.</summary>
    public bool HasSeats => Distribution is Distribution.AllMustProcess or Distribution.Sequential;

    /// <summary>What runs by itself when a ticket comes here; null where nothing does.</summary>
    public AutomationKind? Automation =>
        Children is { Per: not ChildrenPer.Caller } ? AutomationKind.Children
        : Participants switch
        {
            ParticipantSpec.Script => AutomationKind.Script,
            ParticipantSpec.Hook => AutomationKind.Hook,
            _ => null,
        };
}

/// <summary>A point on the canvas, in pixels at 100 %.</summary>
public sealed record Position(double X, double Y);
