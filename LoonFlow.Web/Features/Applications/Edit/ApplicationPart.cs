namespace LoonFlow.Web.Features.Applications.Edit;

/// <summary>
/// One thing about an application that two administrators may change at once. Its key is that of the rules' problems, the
/// id of its field, and names its label "Field_{key}".
/// </summary>
/// <param name="Key">Which it is.</param>
/// <param name="Written">What stands in a form, to be compared.</param>
/// <param name="Take">Puts what stands in the second form into the first.</param>
internal sealed record ApplicationPart(string Key, Func<ApplicationForm, string> Written, Action<ApplicationForm, ApplicationForm> Take)
{
    public static readonly IReadOnlyList<ApplicationPart> All =
    [
        new("app_name", form => form.Name?.Trim() ?? string.Empty, (form, other) => form.Name = other.Name),
        new("is_active", form => form.IsActive.ToString(), (form, other) => form.IsActive = other.IsActive),
        new("ticket_sn_prefix", form => form.SerialPrefix?.Trim() ?? string.Empty, (form, other) => form.SerialPrefix = other.SerialPrefix),
        new("grants", form => form.Grants.ToString(), (form, other) => form.Grants = other.Grants),
        new("workflow_ids", form => form.HasAllWorkflows ? "*" : Listed(form.Workflows), (form, other) => (form.HasAllWorkflows, form.Workflows) = (other.HasAllWorkflows, other.Workflows)),
        new("acts_for", form => form.ActsForEverybody ? "*" : $"{Listed(form.People)}/{Listed(form.Departments)}",
            (form, other) => (form.ActsForEverybody, form.People, form.Departments) = (other.ActsForEverybody, other.People, other.Departments)),
        new("schemes", form => form.Schemes.ToString(), (form, other) => form.Schemes = other.Schemes),
        new("addresses", form => form.Addresses?.ReplaceLineEndings("\n").Trim() ?? string.Empty, (form, other) => form.Addresses = other.Addresses),
        new("requests_per_minute", form => form.RequestsPerMinute?.Trim() ?? string.Empty, (form, other) => form.RequestsPerMinute = other.RequestsPerMinute),
    ];

    public static bool AreSame(ApplicationForm one, ApplicationForm other) => All.All(part => part.Written(one) == part.Written(other));

    /// <summary>
    /// Brings what somebody else saved meanwhile into a form, wherever the reader has not typed; the reader's own words
    /// stay. The answer says what was taken over, and what both have changed in different ways.
    /// </summary>
    public static (IReadOnlyList<string> Taken, IReadOnlyList<string> Contested) Merge(ApplicationForm mine, ApplicationForm seen, ApplicationForm theirs)
    {
        ApplicationPart[] changed = [.. All.Where(part => part.Written(theirs) != part.Written(seen) && part.Written(theirs) != part.Written(mine))];
        ApplicationPart[] taken = [.. changed.Where(part => part.Written(mine) == part.Written(seen))];

        foreach (var part in taken)
        {
            part.Take(mine, theirs);
        }

        return ([.. taken.Select(part => part.Key)], [.. changed.Except(taken).Select(part => part.Key)]);
    }

    private static string Listed(IEnumerable<string> keys) => string.Join(',', keys.Order(StringComparer.Ordinal));
}
