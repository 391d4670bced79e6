using LoonFlow.Domain.Organization;

namespace LoonFlow.Web.Features.Organization;

/// <summary>Which part of a list is wanted: text that it must contain, a page counted from 1, and how many make one.</summary>
public sealed record DirectorySearch(string? Text, int Page, int PerPage)
{
    public bool Finds(IEnumerable<string> parts) =>
        string.IsNullOrWhiteSpace(Text) || parts.Any(part => part.Contains(Text.Trim(), StringComparison.OrdinalIgnoreCase));

    /// <summary>How many come before the page. Beyond the end stands the last page, as in loonflow (spec B.26).</summary>
    public int SkippedOf(int total) => PerPage <= 0 ? 0 : Math.Clamp(Page - 1, 0, Math.Max(0, total - 1) / PerPage) * PerPage;
}

/// <summary>One page of a list, how many there are on all pages, and the company for the names in it.</summary>
public sealed record DirectoryPage<T>(IReadOnlyList<DirectoryEntry<T>> Entries, int Total, Company Company);

/// <summary>A person, role or department, and what is kept of its making.</summary>
public sealed record DirectoryEntry<T>(T Item, User? CreatedBy, DateTimeOffset? CreatedAt, DateTimeOffset? ChangedAt);
