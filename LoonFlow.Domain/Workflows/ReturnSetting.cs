namespace LoonFlow.Domain.Workflows;

/// <summary>Where a ticket may be returned to.</summary>
[Flags]
public enum ReturnTargets
{
    None = 0,

    /// <summary>The state before this one.</summary>
    Previous = 1,

    /// <summary>Any state that this ticket has been in.</summary>
    Earlier = 2,

    /// <summary>The start state, with the creator.</summary>
    Creator = 4,
}

/// <summary>How a returned ticket goes on.</summary>
public enum AfterReturn
{
    /// <summary>Through the flow again.</summary>
    ThroughFlow,

    /// <summary>Straight back to whoever returned it.</summary>
    StraightBack,

    /// <summary>As the one who returns it says.</summary>
    HandlerChooses,
}

/// <summary>How far, and how, those who act in a state may return a ticket.</summary>
public sealed record ReturnSetting(ReturnTargets To, AfterReturn Then = AfterReturn.ThroughFlow)
{
    public static readonly ReturnSetting Nowhere = new(ReturnTargets.None);
}
