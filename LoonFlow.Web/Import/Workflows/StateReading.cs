using System.Text.Json;
using LoonFlow.Domain.Common;
using LoonFlow.Domain.Forms;
using LoonFlow.Domain.Participants;
using LoonFlow.Domain.Workflows;

namespace LoonFlow.Web.Import.Workflows;

/// <summary>The states of one workflow.</summary>
internal static class StateReading
{
    private const int LongestLabel = 4_000;

    public static IReadOnlyList<State> Read(WorkflowRows workflow, IReadOnlySet<string> keys, WorkflowSurroundings surroundings)
    {
        var kinds = StateKinds.Of(workflow);

        return
        [
            .. workflow.States.Select(row => WithChildren(row, surroundings, new State
            {
                Id = new StateId(surroundings.Ids.Accept(row)),
                Name = row.Name("name", Caption.MaxLength),
                Kind = kinds[row.Id],
                Order = row.Order("order_id"),
                IsHidden = row.Flag("is_hidden", otherwise: false),
                Participants = ParticipantReading.Read(row, kinds[row.Id], surroundings),
                Distribution = Shared(row),
                RemembersLastHandler = row.Flag("remember_last_man_enable", otherwise: false),
                Access = Access(row, keys),
                Label = row.Label("label", LongestLabel),
            })),
        ];
    }

    private static Distribution Shared(SourceRow row)
    {
        var code = row.Number("distribute_type_id", (long)Distribution.Claim);

        if (code is >= (long)Distribution.Claim and <= (long)Distribution.AllMustProcess)
        {
            return (Distribution)code;
        }

        row.Note($"there is no distribution {code}", "its work is claimed");

        return Distribution.Claim;
    }

    private static IReadOnlyDictionary<string, FieldAccess> Access(SourceRow row, IReadOnlySet<string> keys)
    {
        var access = new Dictionary<string, FieldAccess>(StringComparer.Ordinal);

        foreach (var property in row.Json("state_field_str", JsonValueKind.Object)?.EnumerateObject() ?? default)
        {
            var key = SourceText.Clean(property.Name).Trim();

            if (!keys.Contains(key))
            {
                row.Note($"its form names the unknown field “{key}”", "the name was left out");
            }
            else if (SourceJson.Number(property.Value) is not (>= (long)FieldAccess.ReadOnly and <= (long)FieldAccess.Optional and var code))
            {
                row.Note($"its form gives the field “{key}” the unknown access “{SourceText.Cut(property.Value.GetRawText(), 50)}”", "the field is read-only");
                access[key] = FieldAccess.ReadOnly;
            }
            else
            {
                access[key] = (FieldAccess)code;
            }
        }

        return access;
    }

    /// <summary>Callers file the children (spec B.18); "loonrobot" waits for them, where people act nobody does.</summary>
    private static State WithChildren(SourceRow row, WorkflowSurroundings surroundings, State state)
    {
        var isWaiting = state.Participants is ParticipantSpec.Engine;

        if (row.Number("sub_workflow_id") is var id && id == 0 && !isWaiting)
        {
            return state;
        }

        return state with
        {
            Children = new ChildrenSetting
            {
                Per = ChildrenPer.Caller,
                Workflow = surroundings.Ids.Find(SourceTable.Workflows, id) is { } workflow ? new WorkflowId(workflow) : null,
                Wait = isWaiting ? ChildrenWait.All : ChildrenWait.None,
            },
        };
    }
}
