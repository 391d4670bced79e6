using System.Text.Json.Nodes;
using LoonFlow.Domain.Workflows;
using LoonFlow.Domain.Workflows.Canvas;

namespace LoonFlow.Web.Features.Workflows.Exchange;

/// <summary>What a name that is not known here stands for.</summary>
public readonly record struct ReferenceName(ReferenceKind Kind, string Name);

/// <summary>A file as it was looked at: what is wrong with it, and what it names that is not known here.</summary>
/// <param name="Name">What the workflow is called; empty where that could not be read.</param>
/// <param name="Problems">What keeps it from being imported.</param>
/// <param name="Unknown">What has to be mapped or left out first.</param>
/// <param name="Notes">What has to be done after: scripts to upload, secrets to enter.</param>
public sealed record FileLook(string Name, IReadOnlyList<ExchangeProblem> Problems, IReadOnlyList<UnknownReference> Unknown, IReadOnlyList<UnknownReference> Notes)
{
    internal static FileLook Of(ExchangeProblem problem) => new(string.Empty, [problem], [], []);
}

/// <summary>Reads a file before the installation it comes to.</summary>
internal static class WorkflowFileReading
{
    private const int MostFields = 1_000;

    /// <summary>Looks without making anything.</summary>
    /// <param name="text">The file.</param>
    /// <param name="names">What is known here.</param>
    /// <param name="childrenOf">The workflows that another one files children with, for cycles.</param>
    public static FileLook Look(string text, ReferenceNames names, ILookup<WorkflowId, WorkflowId> childrenOf)
    {
        if (WorkflowFile.Open(text, out var problem) is not { } workflow)
        {
            return FileLook.Of(problem!);
        }

        var references = FileReferences.In(workflow);
        var unknown = references
            .Where(reference => !IsKnown(reference, names))
            .GroupBy(reference => new ReferenceName(reference.Kind, reference.Name))
            .Select(group => new UnknownReference(group.Key.Kind, group.Key.Name, [.. group.Select(reference => reference.Place)]))
            .OrderBy(one => one.Kind).ThenBy(one => one.Name, StringComparer.Ordinal)
            .ToArray();
        var children = references.Where(reference => reference.Kind is ReferenceKind.Workflow).ToArray();

        // Left out for now: what is wrong besides is to be told at once with what is unknown.
        Resolve(references, names, unknown.ToDictionary(one => new ReferenceName(one.Kind, one.Name), _ => (long?)null));
        var document = WorkflowFile.Read(workflow, out var malformed);
        ExchangeProblem?[] problems = [malformed, document is null ? null : Cycle(document, children, names, childrenOf) ?? TooMany(document)];

        return new FileLook(
            document?.Name.ForReader() ?? string.Empty,
            [.. problems.OfType<ExchangeProblem>()],
            [.. unknown.Where(one => one.IsMapped)],
            [.. unknown.Where(one => !one.IsMapped)]);
    }

    /// <summary>No more than a designer may draw.</summary>
    private static ExchangeProblem? TooMany(WorkflowDocument document) =>
        document.States.Count > CanvasBounds.MostStates ? new ExchangeProblem("TooMany", Argument: $"{CanvasBounds.MostStates} states")
        : document.Transitions.Count > CanvasBounds.MostTransitions ? new ExchangeProblem("TooMany", Argument: $"{CanvasBounds.MostTransitions} transitions")
        : document.Fields.Count > MostFields ? new ExchangeProblem("TooMany", Argument: $"{MostFields} fields")
        : document.Notes.Count > CanvasBounds.MostNotes ? new ExchangeProblem("TooMany", Argument: $"{CanvasBounds.MostNotes} notes")
        : null;

    /// <summary>The document with everything that was mapped in its place; null where the file cannot be read.</summary>
    /// <param name="text">The file.</param>
    /// <param name="names">What is known here.</param>
    /// <param name="mapping">What unknown names stand for; null leaves them out.</param>
    /// <param name="missing">A name that is neither known nor mapped.</param>
    public static WorkflowDocument? Read(string text, ReferenceNames names, IReadOnlyDictionary<ReferenceName, long?> mapping, out ReferenceName? missing)
    {
        missing = null;

        if (WorkflowFile.Open(text, out _) is not { } workflow)
        {
            return null;
        }

        var references = FileReferences.In(workflow);
        missing = references
            .Where(reference => reference.Kind is not (ReferenceKind.Script or ReferenceKind.Secret) && !IsKnown(reference, names))
            .Select(reference => (ReferenceName?)new ReferenceName(reference.Kind, reference.Name))
            .FirstOrDefault(name => !mapping.ContainsKey(name!.Value));

        if (missing is not null)
        {
            return null;
        }

        Resolve(references, names, mapping);

        return WorkflowFile.Read(workflow, out _);
    }

    private static void Resolve(IReadOnlyList<FileReference> references, ReferenceNames names, IReadOnlyDictionary<ReferenceName, long?> mapping)
    {
        foreach (var reference in references.Where(reference => reference.Kind is not (ReferenceKind.Script or ReferenceKind.Secret)))
        {
            var id = mapping.TryGetValue(new ReferenceName(reference.Kind, reference.Name), out var chosen) ? chosen : names.IdOf(reference.Kind, reference.Name);

            // Whoever acts in a kept trial is told by user name and stays in it: a step needs somebody.
            if (IsByName(reference))
            {
                if (id is { } person)
                {
                    reference.Put(JsonValue.Create(names.NameOf(ReferenceKind.Person, person)));
                }
            }
            else
            {
                reference.Put(id is { } known ? JsonValue.Create(known) : null);
            }
        }
    }

    private static bool IsByName(FileReference reference) => reference.Kind is ReferenceKind.Person && reference.Place.EndsWith(".by", StringComparison.Ordinal);

    private static bool IsKnown(FileReference reference, ReferenceNames names) => reference.Kind switch
    {
        ReferenceKind.Script => names.Scripts.Contains(reference.Name),
        ReferenceKind.Secret => false,
        _ => reference.Value.GetValueKind() is System.Text.Json.JsonValueKind.String && names.IdOf(reference.Kind, reference.Name) is not null,
    };

    /// <summary>A workflow that files itself, straight away or through others, would never come to an end.</summary>
    private static ExchangeProblem? Cycle(
        WorkflowDocument document, IReadOnlyList<FileReference> children, ReferenceNames names, ILookup<WorkflowId, WorkflowId> childrenOf)
    {
        foreach (var child in children)
        {
            if (child.Name == document.Name.Text)
            {
                return new ExchangeProblem("ChildrenCycle", child.Place, child.Name);
            }

            var seen = new HashSet<WorkflowId>();
            var waiting = new Queue<WorkflowId>(names.IdOf(ReferenceKind.Workflow, child.Name) is { } id ? [new WorkflowId(id)] : []);

            while (waiting.TryDequeue(out var next))
            {
                if (seen.Add(next))
                {
                    if (names.Workflows.GetValueOrDefault(next)?.Name.Text == document.Name.Text)
                    {
                        return new ExchangeProblem("ChildrenCycle", child.Place, child.Name);
                    }

                    foreach (var further in childrenOf[next])
                    {
                        waiting.Enqueue(further);
                    }
                }
            }
        }

        return null;
    }
}
