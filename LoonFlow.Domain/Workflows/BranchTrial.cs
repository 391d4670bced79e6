using LoonFlow.Domain.Conditions;
using LoonFlow.Domain.Forms;

namespace LoonFlow.Domain.Workflows;

/// <summary>What became of one branch when a transition was tried with some values.</summary>
/// <param name="Branch">The branch.</param>
/// <param name="Holds">Whether its condition holds.</param>
/// <param name="IsTaken">Whether it decides: the first that holds does.</param>
/// <param name="Failed">The smallest parts of its condition that do not hold and would have to.</param>
public sealed record BranchTrial(Branch Branch, bool Holds, bool IsTaken, IReadOnlyList<Condition> Failed)
{
    /// <summary>Tries every branch of a transition (spec B.12).</summary>
    public static IReadOnlyList<BranchTrial> Of(Transition transition, Func<string, FieldValue?> valueOf)
    {
        var trials = new List<BranchTrial>();

        foreach (var branch in transition.Branches)
        {
            var holds = ConditionRules.Holds(branch.When, valueOf);
            trials.Add(new BranchTrial(branch, holds, holds && trials.TrueForAll(before => !before.Holds), holds ? [] : [.. WhyNot(branch.When, valueOf)]));
        }

        return trials;
    }

    private static IEnumerable<Condition> WhyNot(Condition condition, Func<string, FieldValue?> valueOf) => condition switch
    {
        _ when ConditionRules.Holds(condition, valueOf) => [],
        Condition.All all => all.Parts.SelectMany(part => WhyNot(part, valueOf)),
        Condition.Any any => any.Parts.SelectMany(part => WhyNot(part, valueOf)),
        _ => [condition],
    };
}
