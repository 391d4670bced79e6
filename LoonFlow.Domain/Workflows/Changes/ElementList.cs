using LoonFlow.Domain.Common;

namespace LoonFlow.Domain.Workflows.Changes;

/// <summary>One of the lists that a document is made of, whose elements have ids.</summary>
/// <param name="Kind">What its elements are.</param>
/// <param name="Code">Names the order of its elements.</param>
/// <param name="Read">The list of a document.</param>
/// <param name="Write">The document with another list.</param>
/// <param name="Id">An element's id.</param>
/// <param name="Name">What people know an element by.</param>
/// <param name="Properties">What an element is made of.</param>
internal sealed record ElementList<T>(
    ElementKind Kind,
    string Code,
    Func<WorkflowDocument, IReadOnlyList<T>> Read,
    Func<WorkflowDocument, IReadOnlyList<T>, WorkflowDocument> Write,
    Func<T, long> Id,
    Func<T, Caption> Name,
    IReadOnlyList<ElementProperty<T>> Properties)
    where T : class
{
    public DocumentElement ElementOf(long id) => new(Kind, id);

    /// <summary>The elements by id. A broken document may name one twice; the first counts.</summary>
    public IReadOnlyDictionary<long, T> ById(WorkflowDocument document) => Read(document).DistinctBy(Id).ToDictionary(Id);

    public IReadOnlyList<long> Ids(WorkflowDocument document) => [.. Read(document).Select(Id).Distinct()];
}
