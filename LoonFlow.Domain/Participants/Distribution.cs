namespace LoonFlow.Domain.Participants;

/// <summary>How work for several people is shared out (spec A.5).</summary>
public enum Distribution
{
    /// <summary>One of them claims it before handling it.</summary>
    Claim = 1,

    /// <summary>Whoever acts first, acts.</summary>
    Direct = 2,

    /// <summary>One of them is drawn on arrival.</summary>
    Random = 3,

    /// <summary>Every one of them decides.</summary>
    AllMustProcess = 4,

    /// <summary>Every one of them decides, one after the other in the order named.</summary>
    Sequential = 5,

    /// <summary>One of them in turn.</summary>
    RoundRobin = 6,

    /// <summary>The one of them for whom the fewest tickets wait.</summary>
    LeastLoaded = 7,
}
