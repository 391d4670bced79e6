using LoonFlow.Domain.Common;
using LoonFlow.Domain.Organization;
using LoonFlow.Domain.Participants;

namespace LoonFlow.Domain.Access;

/// <summary>What must hold for who may do what with a workflow.</summary>
public static class WorkflowAccessRules
{
    /// <summary>Why it cannot be so; null when it can.</summary>
    /// <param name="before">Who might before: groups that are gone since may stay named.</param>
    /// <param name="after">Who is to.</param>
    /// <param name="company">Who is there.</param>
    public static Refusal? WhyNot(WorkflowAccess before, WorkflowAccess after, Company company) =>
        after.Grants.Except(before.Grants).FirstOrDefault(grant => !IsKnown(grant.Who, company) || !Enum.IsDefined(grant.Permission)) is { } unknown
            ? WorkflowAccessRefusals.Unknown.With($"{unknown.Who.Kind} {unknown.Who.Key}")
        : PermissionRules.Administrators(after, company) is [] ? WorkflowAccessRefusals.NobodyAdministers
        : null;

    private static bool IsKnown(Participant who, Company company) => who.Kind switch
    {
        ParticipantKind.Person => company.User(new UserId(who.Key)) is not null,
        ParticipantKind.Department => company.Department(new DepartmentId(who.Key)) is not null,
        ParticipantKind.Role => company.Role(new RoleId(who.Key)) is not null,
        _ => false,
    };
}

/// <summary>Every way to be turned down about who may do what with a workflow.</summary>
public static class WorkflowAccessRefusals
{
    public static readonly Refusal Unknown =
        new(RefusalKind.Invalid, "workflow.grant_unknown", "Permissions name {0}, which is not known; take it out or choose another.");

    public static readonly Refusal NobodyAdministers =
        new(RefusalKind.Conflict, "workflow.nobody_administers", "Nobody active would be left who may administer the workflow; leave the permission to at least one.");

    public static readonly Refusal ChangedMeanwhile =
        new(RefusalKind.Conflict, "workflow.access_changed_meanwhile", "Somebody else has changed the permissions since you read them; look at them again and decide anew.");
}
