using LoonFlow.Domain.Access;
using LoonFlow.Domain.Forms;
using LoonFlow.Domain.Participants;

namespace LoonFlow.Tests.Support.Workflows;

/// <summary>Where a ticket can stand, by name: one of each kind that the rules tell apart.</summary>
internal static class Situations
{
    public static readonly IReadOnlyDictionary<string, Func<Story>> All = new Dictionary<string, Func<Story>>
    {
        ["leave: a draft"] = () => new Story(Leave.Version).Filed(Cast.Ann, Leave.Save),
        ["leave: with the leader"] = WithLeader,
        ["leave: filed by someone who leads themselves"] = () => new Story(Leave.Version).Filed(Cast.Bob, Leave.Submit, Leave.For(1)),
        ["leave: returned to the creator"] = () => WithLeader().Taken(Cast.Bob, Leave.LeaderRefuses),
        ["leave: withdrawn"] = () => WithLeader().Withdrawn(Cast.Ann),
        ["leave: on the second visit of the leader"] = () => WithLeader().Taken(Cast.Bob, Leave.LeaderRefuses).Taken(Cast.Ann, Leave.Submit),
        ["leave: with the director"] = () => WithLeader(days: 4).Taken(Cast.Bob, Leave.LeaderAgrees),
        ["leave: with an administrator as participant"] = () => WithLeader(days: 9).Taken(Cast.Bob, Leave.LeaderAgrees),
        ["leave: with a department, unclaimed"] = WithHr,
        ["leave: with a department, claimed"] = () => WithHr().Claimed(Cast.Dan),
        ["leave: with a department, forwarded unclaimed"] = () => WithHr().Forwarded(Cast.Cleo, Cast.Olga),
        ["leave: with a department, forwarded after the claim"] = () => WithHr().Claimed(Cast.Dan).Forwarded(Cast.Dan, Cast.Ann),
        ["leave: consulted out of a group"] = () => WithHr().Consulted(Cast.Dan, Cast.Gil),
        ["leave: answered into a group"] = () => WithHr().Consulted(Cast.Dan, Cast.Gil).Answered(Cast.Gil),
        ["leave: consulted"] = () => WithLeader().Consulted(Cast.Bob, Cast.Gil),
        ["leave: consulted twice over"] = () => WithLeader().Consulted(Cast.Bob, Cast.Gil).Consulted(Cast.Gil, Cast.Dan),
        ["leave: consultation passed on"] = () => WithLeader().Consulted(Cast.Bob, Cast.Gil).Forwarded(Cast.Gil, Cast.Eve),
        ["leave: the creator consulted"] = () => WithLeader().Consulted(Cast.Bob, Cast.Ann),
        ["leave: the inner answer given"] = () => WithLeader().Consulted(Cast.Bob, Cast.Gil).Consulted(Cast.Gil, Cast.Dan).Answered(Cast.Dan),
        ["leave: finished"] = () => WithHr().Claimed(Cast.Dan).Taken(Cast.Dan, Leave.HrAgrees, Leave.Noted),
        ["leave: refused for good"] = () => WithLeader(days: 4).Taken(Cast.Bob, Leave.LeaderAgrees).Taken(Cast.Gil, Leave.DirectorRefuses),
        ["leave: closed"] = () => WithLeader().Closed(Cast.Rita),
        ["leave: open to all"] = () => With(WithHr(), new WorkflowAccess(OpenToAll: true, [])),
        ["leave: granted to view"] = () => With(WithHr(), Granted(WorkflowPermission.View, Participant.Of(Cast.Eve))),
        ["leave: granted to step in"] = () => With(WithHr(), Granted(WorkflowPermission.Intervene, Participant.Of(Cast.Sales))),
        ["leave: granted to administer"] = () => With(WithHr(), Granted(WorkflowPermission.Administer, Participant.Of(Cast.Operators))),
        ["leave: the rest of the group has left"] = () => After(WithHr(), Cast.Cleo),
        ["leave: the one who claimed has left"] = () => After(WithHr().Claimed(Cast.Dan), Cast.Dan),
        ["vpn: one of one with claim"] = () => new Story(Vpn.Version).Filed(Cast.Ann, Vpn.Submit, Vpn.Filled),
        ["vpn: with a role"] = WithOperators,
        ["vpn: with a role, filed by a member"] = () => new Story(Vpn.Version).Filed(Cast.Olga, Vpn.Submit, Vpn.Filled).Taken(Cast.Omar, Vpn.LeaderAgrees),
        ["vpn: a script runs"] = () => WithOperators().Claimed(Cast.Olga).Taken(Cast.Olga, Vpn.OperatorAgrees),
        ["vpn: the creator confirms"] = () => WithOperators().Claimed(Cast.Olga).Taken(Cast.Olga, Vpn.OperatorAgrees).Moved(Vpn.Granted),
        ["purchase: several reviewers"] = () => new Story(Purchase.Version).Filed(Cast.Ann, Purchase.Submit, Purchase.ReviewedBy("bob", "eve", "ann")),
        ["purchase: one reviewer"] = () => new Story(Purchase.Version).Filed(Cast.Ann, Purchase.Submit, Purchase.ReviewedBy("eve")),
        ["purchase: drawn"] = Drawn,
        ["purchase: whoever acts first"] = () => Drawn().Taken(Cast.Omar, Purchase.Bought),
    };

    /// <summary>A value for every field of the workflows above, so that no form is incomplete.</summary>
    public static readonly FieldChanges Complete = Form.With(
        "A title",
        ("days", new FieldValue.Decimal(2)),
        ("kind", new FieldValue.Text("sick")),
        ("hr_note", new FieldValue.Text("noted")),
        ("amount", new FieldValue.Decimal(10)),
        ("reviewers", new FieldValue.Texts(["bob", "gil"])),
        ("reason", new FieldValue.Text("because")));

    private static Story WithLeader() => WithLeader(days: 2);

    private static Story WithLeader(decimal days) => new Story(Leave.Version).Filed(Cast.Ann, Leave.Submit, Leave.For(days));

    private static Story WithHr() => WithLeader().Taken(Cast.Bob, Leave.LeaderAgrees);

    private static Story WithOperators() => new Story(Vpn.Version).Filed(Cast.Ann, Vpn.Submit, Vpn.Filled).Taken(Cast.Bob, Vpn.LeaderAgrees);

    private static Story Drawn() => new Story(Purchase.Version) { Draw = 1 }
        .Filed(Cast.Ann, Purchase.Submit, Purchase.ReviewedBy("bob"))
        .Taken(Cast.Bob, Purchase.Agree);

    private static WorkflowAccess Granted(WorkflowPermission permission, Participant who) =>
        new(OpenToAll: false, [new WorkflowGrant(permission, who)]);

    private static Story With(Story story, WorkflowAccess access)
    {
        story.Access = access;

        return story;
    }

    private static Story After(Story story, params LoonFlow.Domain.Organization.UserId[] gone)
    {
        story.Company = Cast.Without(gone);

        return story;
    }
}
