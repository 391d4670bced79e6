using LoonFlow.Domain.Forms;
using LoonFlow.Domain.Organization;
using LoonFlow.Domain.Tickets;
using LoonFlow.Domain.Workflows;
using LoonFlow.Web.Features.Tickets.Lists;

namespace LoonFlow.Web.Api.V1.Shapes;

/// <summary>What loonflow wraps in "value" without being a list.</summary>
internal sealed record ValueShape<T>(T Value);

/// <summary>A ticket that was filed.</summary>
internal sealed record NewTicketShape(long TicketId);

/// <summary>A file that was uploaded. Its id is what a field takes; loonflow 2.0 says its address as file_path.</summary>
internal sealed record UploadedFileShape(string Id, string FileName, string FilePath, long Size)
{
    public static UploadedFileShape Of(AttachedFile file) => new($"{file.Id.Value}", file.Name, $"/files/{file.Id.Value}", file.Size);
}

/// <summary>Where a ticket is.</summary>
internal sealed record TicketStandingShape(long StateId, string StateName)
{
    public static TicketStandingShape Of(TicketRecord record) => new(record.State.Id.Value, record.State.Name.Text);
}

/// <summary>A button (spec B.9). Those with id 0 call accept or add_node_end instead of handling.</summary>
/// <param name="TransitionId">Goes back as transition_id.</param>
/// <param name="TransitionName">What stands on it.</param>
/// <param name="FieldRequireCheck">Whether required fields must be filled in.</param>
/// <param name="IsAccept">Whether it calls accept.</param>
/// <param name="InAddNode">Whether it calls add_node_end.</param>
/// <param name="AlertEnable">Whether to ask before.</param>
/// <param name="EnableAlert">The same, as the documentation of loonflow names it.</param>
/// <param name="AlertText">What to ask.</param>
/// <param name="AttributeTypeId">1 agree, 2 refuse, 3 other.</param>
/// <param name="Visit">The stay in a state that it belongs to, where branches run side by side.</param>
internal sealed record TicketTransitionShape(
    long TransitionId,
    string TransitionName,
    bool FieldRequireCheck,
    bool IsAccept,
    bool InAddNode,
    bool AlertEnable,
    bool EnableAlert,
    string AlertText,
    int AttributeTypeId,
    int Visit)
{
    public static IReadOnlyList<TicketTransitionShape> Of(IReadOnlyList<TicketAction> actions)
    {
        TicketTransitionShape[] buttons = [.. actions.OfType<TicketAction.Take>().Select(take => Of(take.Transition, take.Visit))];

        // Where one branch can be moved on and another must be claimed first, both are offered.
        return
        [
            .. actions.OfType<TicketAction.AnswerConsultation>().Select(answer => Pseudo("完成", answer.Visit) with { InAddNode = true }),
            .. actions.OfType<TicketAction.Claim>().Select(claim => Pseudo("接单", claim.Visit) with { IsAccept = true }),
            .. buttons,
        ];
    }

    private static TicketTransitionShape Of(Transition transition, int visit) => new(
        transition.Id.Value,
        transition.Name.Text,
        transition.RequiresFields,
        IsAccept: false,
        InAddNode: false,
        transition.Confirmation is not null,
        transition.Confirmation is not null,
        transition.Confirmation?.Text ?? string.Empty,
        (int)transition.Kind,
        visit);

    private static TicketTransitionShape Pseudo(string name, int visit) =>
        new(0, name, FieldRequireCheck: false, IsAccept: false, InAddNode: false, AlertEnable: false, EnableAlert: false, string.Empty, (int)TransitionKind.Other, visit);
}

/// <summary>Who is to act now, and how to reach them.</summary>
internal sealed record ContactsShape(IReadOnlyList<string> ParticipantUsernameList, IReadOnlyList<ContactShape> ParticipantInfoList)
{
    public static ContactsShape Of(TicketDetail detail)
    {
        User[] people =
        [
            .. detail.Record.Ticket.OpenVisits
                .SelectMany(visit => visit.Participants)
                .SelectMany(participant => participant.Members(detail.Company))
                .Distinct()
                .Select(detail.Company.User)
                .OfType<User>(),
        ];

        return new ContactsShape([.. people.Select(user => user.UserName)], [.. people.Select(user => new ContactShape(user.UserName, user.Name, user.Phone, user.Email))]);
    }
}

/// <summary>How to reach somebody.</summary>
internal sealed record ContactShape(string Username, string Alias, string Phone, string Email);
