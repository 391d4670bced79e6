using LoonFlow.Domain.Conditions;
using LoonFlow.Domain.Workflows;

namespace LoonFlow.Web.Loonflow;

/// <summary>Branches as loonflow writes them.</summary>
internal static class BranchWriting
{
    public static string Text(IReadOnlyList<Branch> branches) =>
        SourceJson.Write(branches.Select(branch => new { expression = Expression(branch), target_state_id = branch.To.Value }));

    public static string Expression(Branch branch) => ConditionText.Write(branch.When);
}
