using System.Globalization;
using System.Text.Json.Nodes;
using LoonFlow.Domain.Organization;
using LoonFlow.Domain.Workflows;

namespace LoonFlow.Web.Loonflow;

/// <summary>Who may file how many tickets, as loonflow writes it (spec B.3).</summary>
internal static class LimitWriting
{
    public static string Text(CreationLimits limits, Company company)
    {
        var written = new JsonObject();

        if (limits.Frequency is { } frequency)
        {
            written["period"] = frequency.Period.TotalHours;
            written["count"] = frequency.Count;
            written["level"] = (int)frequency.Scope;
        }

        Name(written, "allow_persons", limits.People?.Select(company.User).OfType<User>().Select(user => user.UserName));
        Name(written, "allow_depts", limits.Departments?.Select(id => Number(id.Value)));
        Name(written, "allow_roles", limits.Roles?.Select(id => Number(id.Value)));

        return SourceJson.Write(written);
    }

    private static void Name(JsonObject written, string member, IEnumerable<string>? names)
    {
        if (names is not null)
        {
            written[member] = string.Join(',', names);
        }
    }

    private static string Number(long id) => id.ToString(CultureInfo.InvariantCulture);
}
