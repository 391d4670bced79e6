using LoonFlow.Web.Notifiers;

namespace LoonFlow.Tests.Support.Mail;

/// <summary>Notices to send in tests.</summary>
internal static class Notices
{
    public static readonly NoticeRecipient Wu = new("wu", "吴敏 Wu", "wu@example.org", "+86 138 0000 1111", "en");

    public static NoticeToSend Leave { get; } = new()
    {
        Id = Guid.Parse("0198a7c2-0000-7000-8000-00000000abcd"),
        Subject = "请审批：Lin’s leave",
        Body = "Lin asks for leave.\n\nIt waits for you\nin “Leader”.",
        Fields = [new NoticeField("Days", "2.5"), new NoticeField("原因", "A <rest> & more")],
        Url = "https://loonflow.example.org/tickets/1001?a=1&b=2",
        LinkText = "Open the ticket",
        Event = "arrival",
        Recipient = Wu,
        Ticket = 1001,
        TicketSerial = "loonflow_202603090001",
    };
}
