using System.Globalization;
using LoonFlow.Domain.Access;
using LoonFlow.Domain.Organization;
using LoonFlow.Domain.Workflows;

namespace LoonFlow.Web.Features.Applications.Edit;

/// <summary>An application as it is being typed.</summary>
internal sealed class ApplicationForm
{
    /// <summary>What an application may be when it is begun: nothing yet but to run the workflows that are chosen.</summary>
    public static readonly Application Blank = new() { Id = default, Name = string.Empty };

    public string? Name { get; set; }

    public bool IsActive { get; set; }

    public string? SerialPrefix { get; set; }

    public ApiGrant Grants { get; set; }

    public ApiSchemes Schemes { get; set; }

    public bool HasAllWorkflows { get; set; }

    /// <summary>Ids, as the picker keeps them.</summary>
    public IReadOnlyList<string> Workflows { get; set; } = [];

    public bool ActsForEverybody { get; set; }

    /// <summary>User names; "#7" for somebody whom the company no longer knows.</summary>
    public IReadOnlyList<string> People { get; set; } = [];

    /// <summary>Ids, as the picker keeps them.</summary>
    public IReadOnlyList<string> Departments { get; set; } = [];

    /// <summary>One to a line.</summary>
    public string? Addresses { get; set; }

    public string? RequestsPerMinute { get; set; }

    public static ApplicationForm Of(Application application, Company company) => new()
    {
        Name = application.Name,
        IsActive = application.IsActive,
        SerialPrefix = application.SerialPrefix,
        Grants = application.Grants,
        Schemes = application.Schemes,
        HasAllWorkflows = application.Workflows is null,
        Workflows = [.. (application.Workflows ?? []).Select(id => Written(id.Value))],
        ActsForEverybody = application.ActsFor.IsEverybody,
        People = [.. (application.ActsFor.People ?? []).Select(id => company.User(id)?.UserName ?? $"#{Written(id.Value)}")],
        Departments = [.. (application.ActsFor.Departments ?? []).Select(id => Written(id.Value))],
        Addresses = string.Join('\n', application.Addresses),
        RequestsPerMinute = application.RequestsPerMinute?.ToString(CultureInfo.InvariantCulture),
    };

    /// <summary>The application as it should be kept; what is no number becomes one that the rules refuse.</summary>
    public Application Read(Application on, Company company) => on with
    {
        Name = Name?.Trim() ?? string.Empty,
        IsActive = IsActive,
        SerialPrefix = SerialPrefix?.Trim() is { Length: > 0 } prefix ? prefix : null,
        Grants = Grants,
        Schemes = Schemes,
        Workflows = HasAllWorkflows ? null : [.. Workflows.Select(id => new WorkflowId(Number(id)))],
        ActsFor = ActsForEverybody
            ? ActingPeople.Everybody
            : new ActingPeople(
                [.. People.Select(name => company.UserNamed(name)?.Id ?? new UserId(Number(name.TrimStart('#'))))],
                [.. Departments.Select(id => new DepartmentId(Number(id)))]),
        Addresses = [.. AddressLines.Select(line => line.Text)],
        RequestsPerMinute = RequestsPerMinute?.Trim() is { Length: > 0 } limit
            ? int.TryParse(limit, NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var number) ? number : 0
            : null,
    };

    /// <summary>The lines that no address and no range stands in, with their numbers.</summary>
    public IReadOnlyList<(int Line, string Text)> WrongAddresses => [.. AddressLines.Where(line => ApplicationRules.Range(line.Text) is null)];

    private IEnumerable<(int Line, string Text)> AddressLines => (Addresses ?? string.Empty)
        .ReplaceLineEndings("\n")
        .Split('\n')
        .Select((text, index) => (index + 1, text.Trim()))
        .Where(line => line.Item2.Length > 0);

    private static string Written(long id) => id.ToString(CultureInfo.InvariantCulture);

    private static long Number(string text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
