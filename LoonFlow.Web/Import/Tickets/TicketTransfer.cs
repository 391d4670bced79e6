using LoonFlow.Domain.Forms;
using LoonFlow.Domain.Tickets;
using LoonFlow.Web.Data.Rows;

namespace LoonFlow.Web.Import.Tickets;

/// <summary>What is known of a ticket between the pieces that it comes in.</summary>
internal abstract record TicketTransfer
{
    private TicketTransfer()
    {
    }

    /// <summary>It cannot come; the report says why.</summary>
    internal sealed record Skipped : TicketTransfer;

    /// <summary>It came earlier, with all of its history.</summary>
    internal sealed record Known(ImportedRow Imported) : TicketTransfer;

    /// <summary>It is coming.</summary>
    /// <param name="Id">Its id here.</param>
    /// <param name="Workflow">Its workflow.</param>
    /// <param name="Course">What its history tells.</param>
    /// <param name="Values">What it holds now.</param>
    /// <param name="CreatedAt">When it was filed.</param>
    /// <param name="LinesHere">How many lines of its history an interrupted import brought.</param>
    internal sealed record Coming(TicketId Id, ImportedWorkflow Workflow, TicketCourse Course, FieldValues Values, DateTimeOffset CreatedAt, int LinesHere) : TicketTransfer
    {
        /// <summary>What it held after the line before; null before the first line that says so.</summary>
        public FieldValues? Before { get; set; }
    }
}
