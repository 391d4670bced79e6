using LoonFlow.Domain.Workflows.Changes;

namespace LoonFlow.Domain.Workflows;

/// <summary>
/// A document while it is designed: every edit is one step that can be undone and done again, whether it was made on the
/// canvas, in a panel or on the form. Undoing takes back one's own step only: what others edited meanwhile stays.
/// </summary>
public sealed class WorkflowDraft(WorkflowDocument document)
{
    /// <summary>How many steps can be undone; the oldest are forgotten.</summary>
    public const int MostSteps = 200;

    private readonly List<Step> _done = [];
    private readonly List<Step> _undone = [];

    public WorkflowDocument Document { get; private set; } = document;

    /// <summary>What undoing would take back; null when there is nothing.</summary>
    public string? UndoName => _done is [.., var last] ? last.Name : null;

    /// <summary>What would be done again; null when there is nothing.</summary>
    public string? RedoName => _undone is [.., var last] ? last.Name : null;

    /// <summary>Takes an edit as one step.</summary>
    /// <param name="name">What its designer calls it.</param>
    /// <param name="edited">The whole after it; one that says the same is no step.</param>
    /// <param name="run">Edits of one run that follow each other are one step: the keys typed into one field.</param>
    public void Edit(string name, WorkflowDocument edited, string? run = null)
    {
        if (SameValue.Are(edited, Document))
        {
            return;
        }

        if (run is not null && _undone is [] && _done is [.., var last] && last.Run == run)
        {
            _done[^1] = last with { After = edited };
        }
        else
        {
            _done.Add(new Step(name, Document, edited, run));
            _undone.Clear();

            if (_done.Count > MostSteps)
            {
                _done.RemoveAt(0);
            }
        }

        Document = edited;
    }

    /// <summary>Takes back the last step, but not what others made since of the same.</summary>
    public void Undo()
    {
        if (_done is [.., var last])
        {
            _done.RemoveAt(_done.Count - 1);
            _undone.Add(last);
            Document = DocumentMerge.Merge(last.After, Document, last.Before).Document;
        }
    }

    public void Redo()
    {
        if (_undone is [.., var last])
        {
            _undone.RemoveAt(_undone.Count - 1);
            _done.Add(last);
            Document = DocumentMerge.Merge(last.Before, Document, last.After).Document;
        }
    }

    /// <summary>Takes in what somebody else made of the document; no step of one's own.</summary>
    /// <param name="before">What both began with.</param>
    /// <param name="after">What the other made of it.</param>
    public void Follow(WorkflowDocument before, WorkflowDocument after)
    {
        Document = DocumentMerge.Merge(before, Document, after).Document;

        // The next key typed begins another step: one that went on would hold what the other made.
        if (_done is [.., var last])
        {
            _done[^1] = last with { Run = null };
        }
    }

    private sealed record Step(string Name, WorkflowDocument Before, WorkflowDocument After, string? Run);
}
