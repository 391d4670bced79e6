using LoonFlow.Domain.Common;

namespace LoonFlow.Web.Api.V1;

/// <summary>Every way in which a call about tickets is turned down for how it is put. Codes are stable.</summary>
public static class TicketCallRefusals
{
    public static readonly Refusal IdsWrong =
        new(RefusalKind.Invalid, "api.filing_ids_wrong", "“workflow_id” and “transition_id” take whole numbers.");

    public static readonly Refusal FilingIncomplete =
        new(RefusalKind.Invalid, "api.filing_incomplete", "Filing takes workflow_id, transition_id, and the person in the header username.");

    public static readonly Refusal HandlingIncomplete =
        new(RefusalKind.Invalid, "api.handling_incomplete", "Handling takes transition_id, and the person in the header username.");

    public static readonly Refusal CommentIncomplete =
        new(RefusalKind.Invalid, "api.comment_incomplete", "A comment takes the person in the header username.");

    public static readonly Refusal CategoryUnknown =
        new(RefusalKind.Invalid, "api.category_unknown", "“category” takes one of: all, owner, duty, relation, worked, view, intervene.");

    public static readonly Refusal StateMissing = new(RefusalKind.Invalid, "api.state_missing", "“state_id” is missing.");

    public static readonly Refusal NoWorkflows =
        new(RefusalKind.Forbidden, "api.no_workflows", "The application was not given any workflow; an administrator can give it some.");

    public static readonly Refusal NotRelated =
        new(RefusalKind.Forbidden, "api.not_related", "The person has nothing to do with the ticket, and its workflow shows tickets only to those who have.");

    public static readonly Refusal PeriodTooLong = new(RefusalKind.Invalid, "api.period_too_long", "The period takes at most 1000 days, and ends after it starts.");
}
