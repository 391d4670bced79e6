using LoonFlow.Domain.Organization;
using LoonFlow.Domain.Tickets;

namespace LoonFlow.Domain.Workflows;

/// <summary>What must hold for the title template and the limits on filing.</summary>
internal static class FilingPublishingRules
{
    private const int MostTickets = 1_000_000;

    public static IEnumerable<PublishingProblem> Problems(WorkflowDocument document, Company company) =>
    [
        .. OfTitle(document),
        .. OfFrequency(document.Limits.Frequency),
        .. OfOpen(document.Limits.Open),
        .. OfGroups(document.Limits, company),
    ];

    private static IEnumerable<PublishingProblem> OfTitle(WorkflowDocument document) =>
    [
        .. document.TitleTemplate?.Length > Ticket.MaxTitleLength ? [PublishingProblems.TitleTemplateTooLong(Ticket.MaxTitleLength)] : Array.Empty<PublishingProblem>(),
        .. TitleRules.UnknownKeys(document).Select(PublishingProblems.TitlePlaceholderUnknown),
    ];

    private static IEnumerable<PublishingProblem> OfFrequency(FrequencyLimit? limit)
    {
        if (limit is not null && (limit.Period <= TimeSpan.Zero || limit.Period > FrequencyLimit.LongestPeriod))
        {
            yield return PublishingProblems.LimitPeriodMalformed(FrequencyLimit.LongestPeriod.Days);
        }

        if (limit is not null && limit.Count is < 1 or > MostTickets)
        {
            yield return PublishingProblems.LimitCountMalformed(MostTickets);
        }

        if (limit is not null && !Enum.IsDefined(limit.Scope))
        {
            yield return PublishingProblems.UnknownSetting("scope of a limit", limit.Scope.ToString());
        }
    }

    private static IEnumerable<PublishingProblem> OfOpen(OpenLimit? limit)
    {
        if (limit is not null && limit.Count is < 1 or > MostTickets)
        {
            yield return PublishingProblems.LimitCountMalformed(MostTickets);
        }

        if (limit is not null && !Enum.IsDefined(limit.Scope))
        {
            yield return PublishingProblems.UnknownSetting("scope of a limit", limit.Scope.ToString());
        }
    }

    private static IEnumerable<PublishingProblem> OfGroups(CreationLimits limits, Company company)
    {
        foreach (var id in (limits.People ?? []).Where(id => !company.IsActive(id)))
        {
            yield return PublishingProblems.LimitNamesUnknown("person", id.Value);
        }

        foreach (var id in (limits.Departments ?? []).Where(id => company.Department(id) is null))
        {
            yield return PublishingProblems.LimitNamesUnknown("department", id.Value);
        }

        foreach (var id in (limits.Roles ?? []).Where(id => company.Role(id) is null))
        {
            yield return PublishingProblems.LimitNamesUnknown("role", id.Value);
        }

        if (limits is not { People: null, Departments: null, Roles: null }
            && !company.Users.Any(user => Access.Actor.Of(user.Id, company) is { } person && CreationRules.WhyNot(limits, person) is null))
        {
            yield return PublishingProblems.NobodyMayFile();
        }
    }
}
