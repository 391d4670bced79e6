using LoonFlow.Domain.Workflows;
using LoonFlow.Tests.Support.Workflows;

namespace LoonFlow.Tests.Domain.Workflows;

public sealed class WorkflowDraftTests
{
    private readonly WorkflowDraft _draft = new(Leave.Document);

    [Fact]
    public void What_was_undone_can_be_done_again()
    {
        Name("One");
        Name("Two");

        _draft.Undo();
        Assert.Equal("One", _draft.Document.Name.Text);
        _draft.Redo();

        Assert.Equal("Two", _draft.Document.Name.Text);
        Assert.Null(_draft.RedoName);
    }

    [Fact]
    public void A_new_edit_forgets_what_was_undone()
    {
        Name("One");
        _draft.Undo();

        Name("Other");

        Assert.Null(_draft.RedoName);
        Assert.Equal("Rename to Other", _draft.UndoName);
    }

    [Fact]
    public void Keys_typed_into_one_field_are_one_step()
    {
        Name("T", run: "name");
        Name("Tw", run: "name");
        Name("Two", run: "name");

        _draft.Undo();

        Assert.Equal(Leave.Document, _draft.Document);
    }

    [Fact]
    public void An_edit_that_changes_nothing_is_no_step()
    {
        Name("One");
        _draft.Undo();

        _draft.Edit("Nothing", _draft.Document with { States = [.. _draft.Document.States] });

        Assert.Equal((null, "Rename to One"), (_draft.UndoName, _draft.RedoName));
    }

    [Fact]
    public void The_oldest_steps_are_forgotten()
    {
        for (var step = 0; step <= WorkflowDraft.MostSteps; step++)
        {
            Name($"{step}");
        }

        for (var step = 0; step <= WorkflowDraft.MostSteps; step++)
        {
            _draft.Undo();
        }

        Assert.Equal("0", _draft.Document.Name.Text);
    }

    [Fact]
    public void Undoing_keeps_what_somebody_else_edited_meanwhile()
    {
        Name("Mine");
        _draft.Follow(_draft.Document, _draft.Document with { Category = "Theirs" });

        _draft.Undo();

        Assert.Equal((Leave.Document.Name.Text, "Theirs"), (_draft.Document.Name.Text, _draft.Document.Category.Text));
    }

    [Fact]
    public void Undoing_does_not_take_back_what_somebody_else_made_of_the_same_since()
    {
        Name("Mine");
        _draft.Follow(_draft.Document, _draft.Document with { Name = "Theirs" });

        _draft.Undo();
        Assert.Equal("Theirs", _draft.Document.Name.Text);
        _draft.Redo();

        Assert.Equal("Theirs", _draft.Document.Name.Text);
    }

    [Fact]
    public void Keys_typed_before_and_after_somebody_elses_edit_are_two_steps()
    {
        Name("T", run: "name");
        _draft.Follow(_draft.Document, _draft.Document with { Category = "Theirs" });
        Name("Two", run: "name");

        _draft.Undo();
        Assert.Equal(("T", "Theirs"), (_draft.Document.Name.Text, _draft.Document.Category.Text));
        _draft.Undo();

        Assert.Equal((Leave.Document.Name.Text, "Theirs"), (_draft.Document.Name.Text, _draft.Document.Category.Text));
    }

    private void Name(string name, string? run = null) => _draft.Edit($"Rename to {name}", _draft.Document with { Name = name }, run);
}
