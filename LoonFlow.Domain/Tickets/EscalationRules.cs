using LoonFlow.Domain.Access;
using LoonFlow.Domain.Organization;
using LoonFlow.Domain.Participants;
using LoonFlow.Domain.Timers;

namespace LoonFlow.Domain.Tickets;

/// <summary>To whom a ticket goes that waited too long.</summary>
internal static class EscalationRules
{
    /// <summary>Active people and groups; those who administer where the target has nobody. Empty when nobody does.</summary>
    public static IReadOnlyList<Participant> Resolve(EscalationTarget target, Visit visit, DecisionFacts facts)
    {
        var company = facts.Company;
        IEnumerable<Participant> wanted = target switch
        {
            EscalationTarget.Leader => Leaders(visit, company),
            EscalationTarget.Roles roles => roles.Ids.Select(Participant.Of),
            EscalationTarget.People people => people.Ids.Select(Participant.Of),
            _ => [],
        };

        Participant[] found = [.. wanted.Where(participant => participant.Members(company).Count > 0).Distinct()];

        return found is [] ? PermissionRules.Administrators(facts.Access, facts.Company) : found;
    }

    private static IEnumerable<Participant> Leaders(Visit visit, Company company) =>
        visit.Participants.SelectMany(participant => participant.Members(company)).SelectMany(person => LeadersOf(person, company)).Select(Participant.Of);

    /// <summary>The nearest above who is somebody else: whoever leads a department themselves answers to the one above it.</summary>
    private static IEnumerable<UserId> LeadersOf(UserId person, Company company) => company.User(person)?.Department is { } department
        ? company.WithAncestors(department)
            .Select(id => company.LeadersOf(id).Where(leader => leader != person).ToArray())
            .FirstOrDefault(leaders => leaders is not [], [])
        : [];
}
