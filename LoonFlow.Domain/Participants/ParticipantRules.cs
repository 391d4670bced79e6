using LoonFlow.Domain.Forms;
using LoonFlow.Domain.Organization;

namespace LoonFlow.Domain.Participants;

/// <summary>From whom the designer named to who must act now (spec B.7). People who are inactive or gone never count.</summary>
public static class ParticipantRules
{
    /// <summary>
    /// Those who must act; empty when nobody active is left. Departments and roles stay live references for claim and
    /// direct distribution; for random, one person is drawn among all members.
    /// </summary>
    /// <param name="spec">Whom the state asks.</param>
    /// <param name="distribution">How work for several is shared out.</param>
    /// <param name="creator">Who filed the ticket.</param>
    /// <param name="valueOf">The ticket's values, including those of the request being decided.</param>
    /// <param name="company">Who is there.</param>
    /// <param name="draw">A uniformly random number, used by random distribution only.</param>
    public static IReadOnlyList<Participant> Resolve(
        ParticipantSpec spec,
        Distribution distribution,
        UserId creator,
        Func<string, FieldValue?> valueOf,
        Company company,
        uint draw)
    {
        Participant[] named = [.. Named(spec, creator, valueOf, company).Distinct().Where(participant => participant.Members(company).Count > 0)];

        return distribution is Distribution.Random ? Drawn(named, company, draw) : named;
    }

    private static IEnumerable<Participant> Named(ParticipantSpec spec, UserId creator, Func<string, FieldValue?> valueOf, Company company) => spec switch
    {
        ParticipantSpec.People people => people.Users.Select(Participant.Of),
        ParticipantSpec.Departments departments => departments.Ids.Select(Participant.Of),
        ParticipantSpec.Roles roles => roles.Ids.Select(Participant.Of),
        ParticipantSpec.Creator => [Participant.Of(creator)],
        ParticipantSpec.CreatorsLeader => company.LeadersOf(creator).Select(Participant.Of),
        ParticipantSpec.Fields fields => fields.Keys.SelectMany(key => UserNames(valueOf(key)))
            .Select(company.UserNamed)
            .OfType<User>()
            .Select(user => Participant.Of(user.Id)),
        _ => [],
    };

    private static IEnumerable<string> UserNames(FieldValue? value) => value switch
    {
        // A text field may name several people, separated by commas, as callers of loonflow do (spec B.7).
        FieldValue.Text text => text.Value.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries),
        FieldValue.Texts texts => texts.Values,
        _ => [],
    };

    private static IReadOnlyList<Participant> Drawn(IReadOnlyList<Participant> named, Company company, uint draw)
    {
        UserId[] members = [.. named.SelectMany(participant => participant.Members(company)).Distinct().OrderBy(id => id.Value)];

        return members is [] ? [] : [Participant.Of(members[(int)(draw % (uint)members.Length)])];
    }
}
