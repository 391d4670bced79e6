namespace LoonFlow.Domain.Workflows;

/// <summary>For how many branches a join waits.</summary>
public enum JoinNeeds
{
    All,
    Any,
    Count,
}

/// <summary>
/// For whom a join waits. When it is met, branches still open end. Where a branch came by a refusal, the ticket leaves by
/// the join's refusing transition if it has one.
/// </summary>
/// <param name="Needs">How many branches.</param>
/// <param name="Count">The number for <see cref="JoinNeeds.Count"/>.</param>
/// <param name="RefusalEndsOthers">Whether one refusal that arrives is enough and ends the other branches.</param>
public sealed record JoinSetting(JoinNeeds Needs, int Count = 1, bool RefusalEndsOthers = false)
{
    public static readonly JoinSetting ForAll = new(JoinNeeds.All);

    /// <summary>How many of so many branches must arrive: at least one, at most all.</summary>
    public int Of(int branches) => Needs switch
    {
        JoinNeeds.Any => Math.Min(1, branches),
        JoinNeeds.Count => Math.Clamp(Count, 1, Math.Max(1, branches)),
        _ => branches,
    };
}
