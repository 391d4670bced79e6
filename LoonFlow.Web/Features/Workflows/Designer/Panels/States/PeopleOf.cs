using LoonFlow.Domain.Organization;
using LoonFlow.Domain.Participants;

namespace LoonFlow.Web.Features.Workflows.Designer.Panels.States;

/// <summary>Who a rule means today, as far as that is known before there is a ticket.</summary>
internal static class PeopleOf
{
    /// <summary>Null where it depends on the ticket.</summary>
    public static IEnumerable<User>? Rule(ParticipantSpec rule, Company company) => rule switch
    {
        ParticipantSpec.People people => people.Users.Select(company.User).OfType<User>(),
        ParticipantSpec.Departments departments => departments.Ids.SelectMany(company.MembersOf),
        ParticipantSpec.Roles roles => roles.Ids.SelectMany(company.MembersOf),
        ParticipantSpec.DepartmentLeaders leaders => leaders.Ids.SelectMany(company.LeadersOf).Select(company.User).OfType<User>(),
        _ => null,
    };

    /// <summary>Whether the rule still has to say whom.</summary>
    public static bool IsBlank(ParticipantSpec rule) => rule is
        ParticipantSpec.People { Users: [] } or ParticipantSpec.Departments { Ids: [] } or ParticipantSpec.Roles { Ids: [] }
        or ParticipantSpec.DepartmentLeaders { Ids: [] };
}
