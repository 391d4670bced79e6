using LoonFlow.Domain.Organization;
using LoonFlow.Domain.Participants;
using LoonFlow.Domain.Tickets;

namespace LoonFlow.Domain.Access;

/// <summary>May this actor see, step in, administer? The one rule for lists, detail, history, files and callers alike (spec B.25 [R]).</summary>
public static class PermissionRules
{
    /// <param name="access">Who may do what with the workflow's tickets.</param>
    /// <param name="ticket">The ticket asked about.</param>
    /// <param name="actor">Who asks.</param>
    /// <param name="isRelated">Whether the actor created it, had to handle it or handled it.</param>
    public static bool MayView(WorkflowAccess access, Ticket ticket, Actor actor, bool isRelated) => actor switch
    {
        Actor.Engine => true,
        _ when !actor.Reaches(ticket.Workflow) => false,
        Actor.Caller => true,
        Actor.Person person => access.OpenToAll
            || isRelated
            || ticket.Creator == person.Id
            || ticket.OpenVisits.Any(visit => visit.IsFor(person))
            || May(access, person, WorkflowPermission.View),
        _ => false,
    };

    public static bool MayAdminister(WorkflowAccess access, Actor actor) => May(access, actor, WorkflowPermission.Administer);

    /// <summary>Whether the actor was granted this permission or one that contains it. Administrators of the installation have all.</summary>
    public static bool May(WorkflowAccess access, Actor actor, WorkflowPermission permission) => actor switch
    {
        Actor.Engine => true,
        Actor.Person { IsAdministrator: true } => true,
        Actor.Person person => access.Grants.Any(grant => grant.Permission >= permission && grant.Who.Includes(person)),
        _ => false,
    };

    /// <summary>Those who administer a workflow: whom it was granted to, or else the administrators of the installation.</summary>
    public static IReadOnlyList<Participant> Administrators(WorkflowAccess access, Company company)
    {
        Participant[] granted =
        [
            .. access.Grants
                .Where(grant => grant.Permission is WorkflowPermission.Administer && grant.Who.Members(company).Count > 0)
                .Select(grant => grant.Who),
        ];

        return granted is not [] ? granted
            : [.. company.Users.Where(user => user is { IsActive: true, IsAdministrator: true }).Select(user => Participant.Of(user.Id))];
    }
}
