using LoonFlow.Domain.Participants;
using LoonFlow.Domain.Workflows;

namespace LoonFlow.Web.Loonflow;

/// <summary>loonflow's kinds of states and of sharing work out (spec A.5).</summary>
internal static class StateCodes
{
    /// <summary>Null for a code that loonflow does not have.</summary>
    public static StateKind? Kind(long code) => code is >= (long)StateKind.Normal and <= (long)StateKind.End ? (StateKind)code : null;

    /// <summary>Forks and joins are ordinary states to loonflow.</summary>
    public static int Of(StateKind kind) => kind is StateKind.Start or StateKind.End ? (int)kind : (int)StateKind.Normal;

    /// <summary>Null for a code that loonflow does not have.</summary>
    public static Distribution? Distribution(long code) =>
        code is >= (long)Domain.Participants.Distribution.Claim and <= (long)Domain.Participants.Distribution.AllMustProcess ? (Distribution)code : null;

    /// <summary>What comes nearest where loonflow has no word of its own.</summary>
    public static int Of(Distribution distribution) => (int)(distribution switch
    {
        Domain.Participants.Distribution.Sequential => Domain.Participants.Distribution.AllMustProcess,
        Domain.Participants.Distribution.RoundRobin or Domain.Participants.Distribution.LeastLoaded => Domain.Participants.Distribution.Random,
        _ => distribution,
    });
}
