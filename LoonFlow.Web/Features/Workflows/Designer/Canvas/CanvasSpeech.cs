using LoonFlow.Domain.Workflows;
using LoonFlow.Domain.Workflows.Canvas;
using LoonFlow.Web.Resources;
using Microsoft.Extensions.Localization;

namespace LoonFlow.Web.Features.Workflows.Designer.Canvas;

/// <summary>What is said of an edit that was done: of what came, its name; of what went, all that went with it.</summary>
internal static class CanvasSpeech
{
    /// <summary>Null where the drawing says it well enough.</summary>
    public static string? Of(CanvasEdit edit, WorkflowDocument before, WorkflowDocument after, IStringLocalizer<CanvasTexts> texts) => edit switch
    {
        CanvasEdit.Paste or CanvasEdit.Duplicate when ReferenceEquals(before, after) => texts["NothingPasted"],
        CanvasEdit.AddState add => Added(add.Id, after, texts),
        CanvasEdit.AddBlock add => Added(add.Fork, after, texts),
        CanvasEdit.Remove => Removed(before, after, texts),
        CanvasEdit.Together together => together.Edits.Select(part => Of(part, before, after, texts)).FirstOrDefault(said => said is not null),
        _ => null,
    };

    private static string? Removed(WorkflowDocument before, WorkflowDocument after, IStringLocalizer<CanvasTexts> texts)
    {
        string[] names =
        [
            .. before.States.Where(state => after.States.All(left => left.Id != state.Id)).Select(state => state.Name.ForReader()),
            .. before.Notes.Where(note => after.Notes.All(left => left.Id != note.Id)).Select(_ => texts["Note"].Value),
        ];
        var gone = before.Transitions.Where(transition => after.Transitions.All(left => left.Id != transition.Id)).ToArray();
        var lines = LinesOf(before) - LinesOf(after);
        var said = (names, lines) switch
        {
            ([], 0) => null,
            ([], 1) => texts["RemovedOne", LineOf(gone, before, after)].Value,
            ([], _) => texts["RemovedLines", lines].Value,
            ([var name], 0) => texts["RemovedOne", name].Value,
            ([var name], 1) => texts["RemovedWithLine", name].Value,
            ([var name], _) => texts["RemovedWithLines", name, lines].Value,
            (_, 0) => texts["RemovedMany", names.Length].Value,
            (_, 1) => texts["RemovedManyWithLine", names.Length].Value,
            _ => texts["RemovedManyWithLines", names.Length, lines].Value,
        };
        // Conditions that led elsewhere are more than the eye saw go.
        var conditions = gone.Where(transition => after.States.Any(state => state.Id == transition.From) && transition.Branches.Any(branch => after.States.Any(state => state.Id == branch.To)))
            .Select(transition => texts["RemovedConditions", transition.Name.ForReader()].Value);

        return said is null ? null : string.Join(ReaderLanguage.Current == "zh" ? string.Empty : " ", [said, .. conditions]);
    }

    private static string LineOf(Transition[] gone, WorkflowDocument before, WorkflowDocument after) =>
        (gone.FirstOrDefault() ?? before.Transitions.First(transition => after.Transitions.Any(left => left.Id == transition.Id && left.Branches.Count < transition.Branches.Count))).Name.ForReader();

    private static int LinesOf(WorkflowDocument document) => document.Transitions.Sum(transition => 1 + transition.Branches.Count);

    private static string? Added(StateId id, WorkflowDocument after, IStringLocalizer<CanvasTexts> texts) =>
        after.States.FirstOrDefault(state => state.Id == id) is { } state ? texts["Added", state.Name.ForReader()].Value : null;
}
