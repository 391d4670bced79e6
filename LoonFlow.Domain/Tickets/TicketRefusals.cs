using LoonFlow.Domain.Common;

namespace LoonFlow.Domain.Tickets;

/// <summary>Every way to be turned down about a ticket. Codes are stable; screens translate by code.</summary>
public static class TicketRefusals
{
    public static readonly Refusal NotFound =
        new(RefusalKind.NotFound, "ticket.not_found", "There is no such ticket, or it is not for you.");

    public static readonly Refusal WorkflowNotFound =
        new(RefusalKind.NotFound, "workflow.not_found", "There is no such workflow, or nothing may be filed with it.");

    public static readonly Refusal UnknownActor =
        new(RefusalKind.Forbidden, "actor.unknown", "This person is not known or no longer active.");

    public static readonly Refusal NotAParticipant =
        new(RefusalKind.Forbidden, "ticket.not_a_participant", "The ticket is not waiting for you.");

    public static readonly Refusal NotTheCreator =
        new(RefusalKind.Forbidden, "ticket.not_the_creator", "Only the person who filed the ticket may do this.");

    public static readonly Refusal NotAnAdministrator =
        new(RefusalKind.Forbidden, "ticket.not_an_administrator", "Only an administrator of the workflow may do this.");

    public static readonly Refusal MayNotIntervene =
        new(RefusalKind.Forbidden, "ticket.may_not_intervene", "Only those who may step in on this workflow's tickets may do this.");

    public static readonly Refusal AlreadyOver =
        new(RefusalKind.Conflict, "ticket.already_over", "The ticket has come to its end.");

    public static readonly Refusal StateLeft =
        new(RefusalKind.Conflict, "ticket.state_left", "The ticket is no longer in this state.");

    public static readonly Refusal ChangedMeanwhile =
        new(RefusalKind.Conflict, "ticket.changed_meanwhile", "Somebody else changed the ticket meanwhile; look again and decide anew.");

    public static readonly Refusal TransitionNotHere =
        new(RefusalKind.Conflict, "ticket.transition_not_here", "This transition does not leave the state that the ticket is in.");

    public static readonly Refusal ClaimFirst =
        new(RefusalKind.Conflict, "ticket.claim_first", "Several people may handle the ticket; claim it first.");

    public static readonly Refusal NothingToClaim =
        new(RefusalKind.Conflict, "ticket.nothing_to_claim", "The ticket needs no claim.");

    public static readonly Refusal ConsultationOpen =
        new(RefusalKind.Conflict, "ticket.consultation_open", "A consultation is open; answer it first.");

    public static readonly Refusal NoConsultationOpen =
        new(RefusalKind.Conflict, "ticket.no_consultation_open", "No consultation is open.");

    public static readonly Refusal TargetUnknown =
        new(RefusalKind.Invalid, "ticket.target_unknown", "Choose an active person.");

    public static readonly Refusal TargetIsYourself =
        new(RefusalKind.Invalid, "ticket.target_is_yourself", "Choose someone other than yourself.");

    public static readonly Refusal TargetIsAsking =
        new(RefusalKind.Invalid, "ticket.target_is_asking", "This person is waiting for the answer; choose someone else.");

    public static readonly Refusal CommentMissing =
        new(RefusalKind.Invalid, "ticket.comment_missing", "Write a comment.");

    public static readonly Refusal CommentTooLong =
        new(RefusalKind.Invalid, "ticket.comment_too_long", $"A comment takes at most {Comment.MaxLength} characters.");

    public static readonly Refusal MayNotWithdrawHere =
        new(RefusalKind.Conflict, "ticket.may_not_withdraw_here", "The ticket cannot be withdrawn in this state.");

    public static readonly Refusal MayNotForwardHere =
        new(RefusalKind.Conflict, "ticket.may_not_forward_here", "Work in this state cannot be handed to somebody else.");

    public static readonly Refusal MayNotConsultHere =
        new(RefusalKind.Conflict, "ticket.may_not_consult_here", "Nobody can be asked for advice in this state.");

    public static readonly Refusal FormIncomplete =
        new(RefusalKind.Invalid, "ticket.form_incomplete", "Some fields are missing or wrong.");

    public static readonly Refusal NobodyToAct =
        new(RefusalKind.Invalid, "ticket.nobody_to_act", "Nobody active is left who could act in the next state; an administrator must see to it.");

    public static readonly Refusal ResolverFailed = new(
        RefusalKind.Invalid, "ticket.resolver_failed", "The service that says who acts in the next state could not be asked; try again, or tell an administrator.");

    public static readonly Refusal NeverRests =
        new(RefusalKind.Invalid, "ticket.never_rests", "The workflow leads round and round without anybody to act; its designer must see to it.");

    public static readonly Refusal TargetDecidesAlready =
        new(RefusalKind.Invalid, "ticket.target_decides_already", "This person is asked in this state already; choose someone else.");

    public static readonly Refusal WhoseWork =
        new(RefusalKind.Invalid, "ticket.whose_work", "Several people decide here; say whose work is handed over.");

    public static readonly Refusal MayNotReturnThere =
        new(RefusalKind.Conflict, "ticket.may_not_return_there", "The ticket cannot be returned to this state.");

    public static readonly Refusal NothingToTakeBack =
        new(RefusalKind.Conflict, "ticket.nothing_to_take_back", "There is nothing that you could take back; perhaps somebody acted meanwhile.");

    public static readonly Refusal StateUnknown =
        new(RefusalKind.Invalid, "ticket.state_unknown", "Choose a state of this workflow that a ticket can stay in.");

    public static readonly Refusal StateInBranch =
        new(RefusalKind.Invalid, "ticket.state_in_branch", "This state lies in a parallel branch that the ticket is not in; choose one outside.");

    public static readonly Refusal NotOver =
        new(RefusalKind.Conflict, "ticket.not_over", "The ticket has not come to its end.");

    public static readonly Refusal NotDeleted =
        new(RefusalKind.Conflict, "ticket.not_deleted", "The ticket is not deleted.");

    public static readonly Refusal NothingToCorrect =
        new(RefusalKind.Invalid, "ticket.nothing_to_correct", "Change at least one value.");

    public static readonly Refusal RunOver =
        new(RefusalKind.Conflict, "automation.run_over", "This run is over, or the ticket is no longer in this state; nothing was changed.");

    public static readonly Refusal NothingToRetry =
        new(RefusalKind.Conflict, "automation.nothing_to_retry", "Nothing has failed here that could be tried again.");

    public static readonly Refusal TimerNotDue =
        new(RefusalKind.Conflict, "timer.not_due", "This timer is not due, or has done its work.");
}
