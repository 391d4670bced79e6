using System.Globalization;
using LoonFlow.Domain.Common;
using LoonFlow.Domain.Workflows;

namespace LoonFlow.Domain.Tickets;

/// <summary>Every way to be turned down about parents and children. Codes are stable; screens translate by code.</summary>
public static class ChildrenRefusals
{
    public static readonly Refusal StillOpen =
        new(RefusalKind.Conflict, "children.still_open", "The parent still waits for its children, or for somebody to decide.");

    public static readonly Refusal ParentUnknown =
        new(RefusalKind.NotFound, "children.parent_unknown", "There is no such parent ticket, or it is not for you; check parent_ticket_id.");

    public static readonly Refusal ParentElsewhere =
        new(RefusalKind.Conflict, "children.parent_elsewhere", "The parent ticket is not in this state; name the state that it is in now (parent_ticket_state_id).");

    public static readonly Refusal TooDeep =
        new(RefusalKind.Invalid, "children.too_deep", $"Children may have children for at most {ChildrenRules.MaxDepth} levels; perhaps a workflow starts itself.");

    public static readonly Refusal NobodyToFile =
        new(RefusalKind.Invalid, "children.nobody_to_file", "Nobody active is left in whose name the child tickets could be filed; give the workflow an administrator.");

    public static readonly Refusal NotPublished =
        new(RefusalKind.Invalid, "children.not_published", "The workflow of the child tickets is not published or takes no tickets any more; publish it, then try again.");

    public static Refusal TooMany(int count) => new(
        RefusalKind.Invalid,
        "children.too_many",
        $"{count} child tickets would be started here; a state starts at most {ChildrenRules.MaxChildren}. Name fewer people, rows or choices.")
    {
        Arguments = [count.ToString(CultureInfo.InvariantCulture), ChildrenRules.MaxChildren.ToString(CultureInfo.InvariantCulture)],
    };

    /// <summary>Why a child could not be filed, with the fields at fault.</summary>
    public static Refusal NotFiled(WorkflowVersion workflow, ChildPlan plan, Refusal reason)
    {
        var why = ChildrenRules.Reason(reason);

        return new Refusal(reason.Kind, "children.not_filed", $"“{plan.Title}” ({workflow.Name}) could not be filed: {why}")
        {
            Arguments = [plan.Title, workflow.Name.Text],
        }.Because(reason);
    }
}
