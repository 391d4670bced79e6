using LoonFlow.Domain.Common;

namespace LoonFlow.Domain.Forms;

/// <summary>The fields that every ticket has without being asked for (spec A.6): their keys and their positions on a form.</summary>
public static class BuiltInField
{
    public const string Serial = "sn";
    public const string Title = "title";
    public const string StateId = "state_id";
    public const string StateName = "state.state_name";
    public const string ParticipantName = "participant_info.participant_name";
    public const string ParticipantAlias = "participant_info.participant_alias";
    public const string WorkflowName = "workflow.workflow_name";
    public const string Creator = "creator";

    public const string CreatedAt = "gmt_created";
    public const string ChangedAt = "gmt_modified";

    /// <summary>All of them by key.</summary>
    public static readonly IReadOnlyDictionary<string, int> Positions = new Dictionary<string, int>(StringComparer.Ordinal)
    {
        [Serial] = 10,
        [Title] = 20,
        [StateId] = 40,
        [StateName] = 41,
        [ParticipantName] = 50,
        [ParticipantAlias] = 55,
        [WorkflowName] = 60,
        [Creator] = 80,
        [CreatedAt] = 100,
        [ChangedAt] = 120,
    };

    /// <summary>Keys that no field of a workflow may take: callers send and receive them beside the fields' own (spec A.6).</summary>
    public static readonly IReadOnlySet<string> ReservedKeys = new HashSet<string>(StringComparer.Ordinal)
    {
        "id", "sn", "title", "state_id", "parent_ticket_id", "parent_ticket_state_id", "participant_type_id", "participant",
        "workflow_id", "ticket_type_id", "creator", "is_deleted", "gmt_created", "gmt_modified", "script_run_last_result",
        "transition_id", "suggestion", "username", "state", "participant_info", "creator_info", "field_list",
    };

    /// <summary>The title as a form field, so that forms and rules treat it like any other.</summary>
    public static readonly FormField TitleField = new()
    {
        Id = new FieldId(0),
        Key = Title,
        Name = new Caption("标题", "Title"),
        Type = FieldType.Text,
        Order = 20,
    };
}
