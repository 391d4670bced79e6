using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using LoonFlow.Domain.Common;
using LoonFlow.Domain.Organization;
using LoonFlow.Domain.Workflows;

namespace LoonFlow.Domain.Access;

/// <summary>What must hold before an application may be kept.</summary>
public static partial class ApplicationRules
{
    public const int MaxAddresses = 50;
    public const int MostRequestsPerMinute = 1_000_000;

    /// <summary>Everything that is wrong with it.</summary>
    /// <param name="application">As it should be kept.</param>
    /// <param name="others">The names of the others.</param>
    /// <param name="company">Who is there.</param>
    /// <param name="workflows">Which workflows there are.</param>
    public static IReadOnlyList<FieldProblem> Problems(
        Application application, IEnumerable<string> others, Company company, IReadOnlyCollection<WorkflowId> workflows) =>
    [
        .. NameProblems(application.Name, others),
        .. application.SerialPrefix is { } prefix && !Prefix().IsMatch(prefix)
            ? [new FieldProblem("ticket_sn_prefix", "application.prefix_wrong", "A serial prefix takes 1 to 20 letters, digits, hyphens or underscores.")]
            : Array.Empty<FieldProblem>(),
        .. (application.Workflows ?? []).Where(id => !workflows.Contains(id)).Take(1).Select(id => Unknown("workflow_ids", "application.workflow_unknown", "workflow", id.Value)),
        .. (application.ActsFor.People ?? []).Where(id => company.User(id) is null).Take(1).Select(id => Unknown("people", "application.person_unknown", "person", id.Value)),
        .. (application.ActsFor.Departments ?? []).Where(id => company.Department(id) is null).Take(1).Select(id => Unknown("departments", "application.department_unknown", "department", id.Value)),
        .. AddressProblems(application.Addresses),
        .. application.RequestsPerMinute is < 1 or > MostRequestsPerMinute
            ? [new FieldProblem("requests_per_minute", "application.rate_wrong", "A limit takes 1 to 1,000,000 requests a minute; leave it empty for none.")]
            : Array.Empty<FieldProblem>(),
        .. application.Schemes is ApiSchemes.None
            ? [new FieldProblem("schemes", "application.scheme_needed", "Allow at least one way for the application to prove who it is.")]
            : Array.Empty<FieldProblem>(),
    ];

    /// <summary>The range that a text names, such as "10.0.0.0/8"; a single address is a range of one. Null when it names none.</summary>
    public static IPNetwork? Range(string text)
    {
        var trimmed = text.Trim();

        return IPNetwork.TryParse(trimmed, out var range) ? range
            : !trimmed.Contains('/', StringComparison.Ordinal) && IPAddress.TryParse(trimmed, out var one) ? new IPNetwork(one, one.GetAddressBytes().Length * 8)
            : null;
    }

    /// <summary>Whether the application may call from this address.</summary>
    public static bool MayCallFrom(Application application, IPAddress? address)
    {
        var asked = address is { IsIPv4MappedToIPv6: true } ? address.MapToIPv4() : address;

        return application.Addresses is [] || (asked is not null && application.Addresses.Any(text => Range(text) is { } range && range.Contains(asked)));
    }

    private static IEnumerable<FieldProblem> NameProblems(string name, IEnumerable<string> others)
    {
        if (!Name().IsMatch(name))
        {
            yield return new FieldProblem("app_name", "application.name_wrong", "A name takes 1 to 50 letters, digits, dots, hyphens or underscores, without blanks.");
        }
        else if (string.Equals(name, Application.ReservedName, StringComparison.OrdinalIgnoreCase))
        {
            yield return new FieldProblem("app_name", "application.name_reserved", "This name is LoonFlow's own; choose another.");
        }
        else if (others.Contains(name, StringComparer.OrdinalIgnoreCase))
        {
            yield return new FieldProblem("app_name", "application.name_taken", "Another application bears this name; choose another.");
        }
    }

    private static IEnumerable<FieldProblem> AddressProblems(IReadOnlyList<string> addresses)
    {
        if (addresses.Count > MaxAddresses)
        {
            yield return new FieldProblem("addresses", "application.addresses_too_many", "Give at most 50 addresses; ranges such as 10.0.0.0/8 take many at once.");
        }
        else if (addresses.FirstOrDefault(text => Range(text) is null) is { } wrong)
        {
            yield return new FieldProblem("addresses", "application.address_wrong", $"“{wrong}” is no address and no range such as 10.0.0.0/8.") { Arguments = [wrong] };
        }
    }

    private static FieldProblem Unknown(string key, string code, string what, long id)
    {
        var number = id.ToString(CultureInfo.InvariantCulture);

        return new FieldProblem(key, code, $"There is no {what} {number}.") { Arguments = [number] };
    }

    [GeneratedRegex(@"^[\p{L}\p{N}._-]{1,50}$")]
    private static partial Regex Name();

    [GeneratedRegex("^[A-Za-z0-9_-]{1,20}$")]
    private static partial Regex Prefix();
}
