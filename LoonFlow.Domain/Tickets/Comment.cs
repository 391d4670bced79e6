using LoonFlow.Domain.Common;

namespace LoonFlow.Domain.Tickets;

/// <summary>What people write beside what they do.</summary>
public static class Comment
{
    /// <summary>Longer ones are refused; loonflow cut them silently.</summary>
    public const int MaxLength = 4_000;

    internal static Refusal? WhyNot(string? comment, bool isRequired = false) =>
        isRequired && string.IsNullOrWhiteSpace(comment) ? TicketRefusals.CommentMissing
        : comment?.Length > MaxLength ? TicketRefusals.CommentTooLong
        : null;

    internal static string Cleaned(string? comment) => comment?.Trim() ?? string.Empty;
}
