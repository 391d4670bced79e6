using LoonFlow.Domain.Participants;

namespace LoonFlow.Domain.Access;

/// <summary>What somebody may be granted on all tickets of a workflow.</summary>
public enum WorkflowPermission
{
    /// <summary>See every ticket.</summary>
    View = 1,

    /// <summary>See every ticket and step in: hand over, move, close.</summary>
    Intervene = 2,

    /// <summary>All of the above, and change the workflow itself.</summary>
    Administer = 3,
}

/// <summary>One permission for one person, department (with all below it) or role.</summary>
public sealed record WorkflowGrant(WorkflowPermission Permission, Participant Who);

/// <summary>Who may do what with all tickets of one workflow. Changes at once, without publishing a version.</summary>
/// <param name="OpenToAll">Whether everybody may view every ticket (spec A.3, view_permission_check off).</param>
/// <param name="Grants">What was granted beyond that.</param>
public sealed record WorkflowAccess(bool OpenToAll, IReadOnlyList<WorkflowGrant> Grants)
{
    /// <summary>Only those who have to do with a ticket see it.</summary>
    public static readonly WorkflowAccess Restricted = new(false, []);
}
