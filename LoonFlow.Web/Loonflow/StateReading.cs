using System.Text.Json;
using LoonFlow.Domain.Common;
using LoonFlow.Domain.Forms;
using LoonFlow.Domain.Participants;
using LoonFlow.Domain.Workflows;

namespace LoonFlow.Web.Loonflow;

/// <summary>A state, whose kind is known already.</summary>
internal static class StateReading
{
    private const int LongestLabel = 4_000;
    private const string Form = "state_field_str";

    /// <param name="row">The state.</param>
    /// <param name="id">Its id here.</param>
    /// <param name="kind">What part it plays.</param>
    /// <param name="keys">The fields that it may name; null takes any, because they may come later.</param>
    /// <param name="references">What its ids and names mean here.</param>
    /// <param name="before">What loonflow has no words for stays as it was.</param>
    public static State Read(LoonflowRecord row, StateId id, StateKind kind, IReadOnlySet<string>? keys, ILoonflowReferences references, State? before)
    {
        var name = Kept.Caption(row.Name("name", Caption.MaxLength), before?.Name);
        var state = (before ?? new State { Id = id, Name = name }) with
        {
            Name = name,
            Kind = kind,
            Order = row.Order("order_id"),
            IsHidden = row.Flag("is_hidden", otherwise: false),
            Participants = ParticipantReading.Read(row, kind, references, before?.Participants),
            Distribution = Shared(row, before),
            RemembersLastHandler = row.Flag("remember_last_man_enable", otherwise: false),
            AllowsWithdrawal = row.Flag("enable_retreat", before?.AllowsWithdrawal ?? false),
            Access = Access(row, keys),
            Label = row.Label("label", LongestLabel),
        };

        return WithChildren(row, references, state, before);
    }

    private static Distribution Shared(LoonflowRecord row, State? before)
    {
        var code = row.Number("distribute_type_id", (long)Distribution.Claim);

        if (before is not null && code == StateCodes.Of(before.Distribution))
        {
            return before.Distribution;
        }

        if (StateCodes.Distribution(code) is { } known)
        {
            return known;
        }

        row.Note("distribute_type_id", $"there is no distribution {code}", "its work is claimed");

        return Distribution.Claim;
    }

    private static IReadOnlyDictionary<string, FieldAccess> Access(LoonflowRecord row, IReadOnlySet<string>? keys)
    {
        var access = new Dictionary<string, FieldAccess>(StringComparer.Ordinal);

        foreach (var property in row.Json(Form, JsonValueKind.Object)?.EnumerateObject() ?? default)
        {
            var key = SourceText.Clean(property.Name).Trim();

            if (keys?.Contains(key) is false)
            {
                row.Note(Form, $"its form names the unknown field “{key}”", "the name was left out");
            }
            else if (SourceJson.Number(property.Value) is not (>= (long)FieldAccess.ReadOnly and <= (long)FieldAccess.Optional and var code))
            {
                row.Note(Form, $"its form gives the field “{key}” the unknown access “{SourceText.Cut(property.Value.GetRawText(), 50)}”", "the field is read-only");
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
    private static State WithChildren(LoonflowRecord row, ILoonflowReferences references, State state, State? before)
    {
        var isWaiting = state.Participants is ParticipantSpec.Engine;
        var id = row.Number("sub_workflow_id");

        if (before is not null && id == (before.Children?.Workflow?.Value ?? 0) && isWaiting == before.Participants is ParticipantSpec.Engine)
        {
            return state;
        }

        return state with
        {
            Children = id == 0 && !isWaiting ? null : new ChildrenSetting
            {
                Per = ChildrenPer.Caller,
                Workflow = id == 0 ? null : references.Workflow(row, id),
                Wait = isWaiting ? ChildrenWait.All : ChildrenWait.None,
            },
        };
    }
}
