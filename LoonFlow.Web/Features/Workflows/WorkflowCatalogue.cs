using LoonFlow.Domain.Workflows;

namespace LoonFlow.Web.Features.Workflows;

/// <summary>The workflows that somebody may file a ticket with, and which of them they filed with lately, the latest first.</summary>
public sealed record WorkflowCatalogue(IReadOnlyList<Workflow> Workflows, IReadOnlyList<WorkflowId> Recent)
{
    private const int MostRecent = 3;

    private const int FewAtAGlance = 8;

    /// <summary>Those that the reader administers.</summary>
    public IReadOnlySet<WorkflowId> Administered { get; init; } = new HashSet<WorkflowId>();

    /// <summary>All of it is seen at a glance, and repeating what was used lately would only be noise.</summary>
    public bool IsSmall => Workflows.Count <= FewAtAGlance;

    /// <summary>Everything under its headings; the heading of what was used lately is null.</summary>
    public IReadOnlyList<CatalogueShelf> Shelves()
    {
        Workflow[] recent = IsSmall ? [] : [.. Recent.Select(Find).OfType<Workflow>().Take(MostRecent)];
        var shelves = Workflows
            .OrderBy(Age)
            .ThenBy(workflow => workflow.Name.ForReader(), StringComparer.CurrentCulture)
            .GroupBy(workflow => workflow.Category.ForReader())
            .Select(shelf => new CatalogueShelf(shelf.Key, [.. shelf]))
            .OrderBy(shelf => shelf.Heading!.Length == 0)
            .ThenBy(shelf => shelf.Heading, StringComparer.CurrentCulture);

        return recent is [] ? [.. shelves] : [new CatalogueShelf(null, recent), .. shelves];
    }

    /// <summary>What contains every word, in either language: by name before by description, and what was used lately first.</summary>
    public IReadOnlyList<Workflow> Search(string text)
    {
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

        return
        [
            .. Workflows
                .Where(workflow => words.All(word => Contains(Names(workflow), word) || Contains(Descriptions(workflow), word)))
                .OrderByDescending(workflow => words.All(word => Contains(Names(workflow), word)))
                .ThenBy(Age)
                .ThenBy(workflow => workflow.Name.ForReader(), StringComparer.CurrentCulture),
        ];
    }

    private Workflow? Find(WorkflowId id) => Workflows.FirstOrDefault(workflow => workflow.Id == id);

    private int Age(Workflow workflow)
    {
        for (var place = 0; place < Recent.Count; place++)
        {
            if (Recent[place] == workflow.Id)
            {
                return place;
            }
        }

        return int.MaxValue;
    }

    private static string Names(Workflow workflow) => $"{workflow.Name.Text} {workflow.Name.English}";

    private static string Descriptions(Workflow workflow) =>
        $"{workflow.Description.Text} {workflow.Description.English} {workflow.Category.Text} {workflow.Category.English}";

    private static bool Contains(string text, string word) => text.Contains(word, StringComparison.CurrentCultureIgnoreCase);
}

/// <summary>Workflows under one heading.</summary>
public sealed record CatalogueShelf(string? Heading, IReadOnlyList<Workflow> Workflows);
