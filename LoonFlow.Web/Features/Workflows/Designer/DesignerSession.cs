using LoonFlow.Domain.Access;
using LoonFlow.Domain.Forms;
using LoonFlow.Domain.Organization;
using LoonFlow.Domain.Workflows;

namespace LoonFlow.Web.Features.Workflows.Designer;

/// <summary>
/// One designer's work on one draft. Canvas, outline, panels and form builder all show its document and edit it here, so
/// that undoing goes over all of them.
/// </summary>
public sealed class DesignerSession
{
    private readonly WorkflowDraft _draft;
    private readonly Queue<long> _ids = new();
    private readonly Dictionary<string, FormField> _fields = new(StringComparer.Ordinal);
    private readonly Func<int, Task<IReadOnlyList<long>>> _takeIds;

    /// <param name="workflow">The workflow as the catalogue knows it.</param>
    /// <param name="document">Its draft.</param>
    /// <param name="known">What pickers offer.</param>
    /// <param name="person">Who designs.</param>
    /// <param name="takeIds">Gives as many ids as asked for that nothing else has.</param>
    public DesignerSession(
        Workflow workflow, WorkflowDocument document, DesignerReferences known, Actor.Person person, Func<int, Task<IReadOnlyList<long>>> takeIds)
    {
        Workflow = workflow;
        Known = known;
        Person = person;
        _takeIds = takeIds;
        _draft = new WorkflowDraft(document);
        Problems = PublishingRules.Problems(document, known.Company);
        Remember(document);
    }

    /// <summary>Something of it changed: the document, the selection, or what is wrong.</summary>
    public event Action? Changed;

    /// <summary>Somebody asks to be led to a place.</summary>
    public event Action<DesignerPlace>? Led;

    public Workflow Workflow { get; }

    public DesignerReferences Known { get; }

    public Company Company => Known.Company;

    public Actor.Person Person { get; }

    public WorkflowDocument Document => _draft.Document;

    /// <summary>For naming things only: the document with fields that are gone too, for what still asks for them.</summary>
    public WorkflowDocument Named => Document with { Fields = [.. Document.Fields, .. _fields.Values.Where(gone => Document.Fields.All(one => one.Key != gone.Key))] };

    /// <summary>What undoing would take back, as its designer reads it; null when there is nothing.</summary>
    public string? UndoName => _draft.UndoName;

    public string? RedoName => _draft.RedoName;

    public DesignerSelection Selection { get; private set; } = DesignerSelection.None;

    public IReadOnlyList<PublishingProblem> Problems { get; private set; }

    public State? State(StateId id) => Document.States.FirstOrDefault(state => state.Id == id);

    public Transition? Transition(TransitionId id) => Document.Transitions.FirstOrDefault(transition => transition.Id == id);

    /// <summary>An id for a new state, transition, field or note.</summary>
    public async Task<long> NextIdAsync()
    {
        if (_ids.Count == 0)
        {
            foreach (var id in await _takeIds(20))
            {
                _ids.Enqueue(id);
            }
        }

        return _ids.Dequeue();
    }

    /// <summary>Ids for elements that the browser will make by itself.</summary>
    public Task<IReadOnlyList<long>> TakeIdsAsync(int count) => _takeIds(count);

    /// <summary>Edits the document as one step.</summary>
    /// <param name="name">What the designer reads beside "undo".</param>
    /// <param name="edit">From the document to the edited one.</param>
    /// <param name="run">Edits of one run that follow each other are one step: the keys typed into one field.</param>
    public void Edit(string name, Func<WorkflowDocument, WorkflowDocument> edit, string? run = null)
    {
        _draft.Edit(name, edit(Document), run);
        Look();
    }

    public void Undo()
    {
        _draft.Undo();
        Look();
    }

    public void Redo()
    {
        _draft.Redo();
        Look();
    }

    /// <summary>Takes in what somebody else made of the document.</summary>
    /// <param name="before">What both began with.</param>
    /// <param name="after">What the other made of it.</param>
    public void Follow(WorkflowDocument before, WorkflowDocument after)
    {
        _draft.Follow(before, after);
        Look();
    }

    public void Lead(DesignerPlace place)
    {
        Select(place.Selection);
        Led?.Invoke(place);
    }

    public void Select(DesignerSelection selection)
    {
        Selection = selection;
        Changed?.Invoke();
    }

    /// <summary>Fields of an earlier document, which people may know by their names though they are gone.</summary>
    public void Remember(WorkflowDocument earlier)
    {
        foreach (var field in earlier.Fields)
        {
            _fields[field.Key] = field;
        }
    }

    /// <summary>What was selected and is gone is no longer selected; what is wrong is looked at again.</summary>
    private void Look()
    {
        Selection = Selection with
        {
            States = [.. Selection.States.Where(id => State(id) is not null)],
            Transitions = [.. Selection.Transitions.Where(id => Transition(id) is not null)],
            Notes = [.. Selection.Notes.Where(id => Document.Notes.Any(note => note.Id == id))],
        };
        Problems = PublishingRules.Problems(Document, Company);
        Remember(Document);
        Changed?.Invoke();
    }
}
