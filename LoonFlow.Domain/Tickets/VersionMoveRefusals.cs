using LoonFlow.Domain.Common;

namespace LoonFlow.Domain.Tickets;

/// <summary>Every reason why a ticket cannot go by another version. The first argument is a state's or field's name.</summary>
public static class VersionMoveRefusals
{
    public static readonly Refusal Impossible =
        new(RefusalKind.Conflict, "version_move.impossible", "The ticket cannot go by this version.");

    public static readonly Refusal AlreadyThere =
        new(RefusalKind.Conflict, "version_move.already_there", "The ticket goes by this version already.");

    public static readonly Refusal StateGone =
        new(RefusalKind.Conflict, "version_move.state_gone", "The version has no state “{0}”. Say which state takes its place.");

    public static readonly Refusal KindChanged =
        new(RefusalKind.Conflict, "version_move.kind_changed", "“{0}” is of another kind in this version.");

    public static readonly Refusal BlockDiffers =
        new(RefusalKind.Conflict, "version_move.block_differs", "“{0}” lies in other parallel branches in this version.");

    public static readonly Refusal AutomationRunning =
        new(RefusalKind.Conflict, "version_move.automation_running", "In “{0}” something runs by itself and has not ended.");

    public static readonly Refusal ChildrenOpen =
        new(RefusalKind.Conflict, "version_move.children_open", "In “{0}” the ticket waits for child tickets.");

    public static readonly Refusal ConsultationOpen =
        new(RefusalKind.Conflict, "version_move.consultation_open", "In “{0}” somebody was consulted and has not answered, and the version asks others there.");

    public static readonly Refusal VotesOpen =
        new(RefusalKind.Conflict, "version_move.votes_open", "In “{0}” several decide, and the version lets others or otherwise decide there.");

    public static readonly Refusal ValueMisfits =
        new(RefusalKind.Conflict, "version_move.value_misfits", "What the field “{0}” holds does not fit its type in this version.");
}
