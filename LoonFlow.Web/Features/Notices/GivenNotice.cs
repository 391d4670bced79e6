using LoonFlow.Domain.Common;
using LoonFlow.Domain.Notifications;
using LoonFlow.Domain.Organization;
using LoonFlow.Domain.Tickets;
using LoonFlow.Domain.Workflows;
using LoonFlow.Web.Data.Rows;

namespace LoonFlow.Web.Features.Notices;

/// <summary>A notice with everything that its words may speak of.</summary>
public sealed record NoticeSubject(Notice Notice, WorkflowVersion Workflow, Ticket Ticket, Company Company)
{
    public NoticeTemplate? Template => Workflow.Document.Notices.TemplateFor(Notice.Event);
}

/// <summary>A notice in words, made once for all who read it.</summary>
public sealed record SpokenNotice(NoticeSubject Subject, Caption Title, Caption Text);

/// <summary>A notice in one person's bell.</summary>
public sealed record GivenNotice(User Recipient, SpokenNotice Spoken, NoticeRow Row);
