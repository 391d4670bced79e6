using LoonFlow.Domain.Conditions;
using LoonFlow.Domain.Forms;
using LoonFlow.Domain.Organization;
using LoonFlow.Domain.Workflows;
using LoonFlow.Web.Resources;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace LoonFlow.Web.Features.Workflows.Designer.Panels.Conditions;

/// <summary>A condition as text: says at once where it cannot be read, and offers what may be written at the caret.</summary>
public sealed partial class ConditionTextEditor : ComponentBase
{
    private ConditionReading? _reading;
    private IReadOnlyList<ConditionDoubt> _doubts = [];
    private string? _checked;

    [Parameter, EditorRequired]
    public required string Id { get; set; }

    [Parameter, EditorRequired]
    public required string Text { get; set; }

    [Parameter, EditorRequired]
    public required IReadOnlyList<ConditionSubject> Subjects { get; set; }

    [Parameter, EditorRequired]
    public required IReadOnlyList<FormField> Fields { get; set; }

    [Parameter, EditorRequired]
    public required Company Company { get; set; }

    [Parameter, EditorRequired]
    public EventCallback<string> OnTyped { get; set; }

    /// <summary>The field was left, or something whole was put in.</summary>
    [Parameter, EditorRequired]
    public EventCallback<string> OnCommitted { get; set; }

    [Inject]
    public required IStringLocalizer<ConditionTexts> Texts { get; init; }

    protected override void OnParametersSet()
    {
        if (_checked != Text)
        {
            _checked = Text;
            _reading = string.IsNullOrWhiteSpace(Text) ? null : ConditionText.Read(Text);
            _doubts = _reading?.Condition is { } condition ? ConditionDoubts.Of(condition, Fields, Company) : [];
        }
    }

    private string SayProblem(ConditionProblem problem)
    {
        var text = Texts[problem.Code, [.. problem.Arguments.Select(argument => argument.Length == 0 ? Texts["TheEnd"].Value : argument)]];

        return text.ResourceNotFound ? problem.Message : text.Value;
    }

    private int At(ConditionProblem problem) => Math.Clamp(problem.Position, 0, Text.Length);

    /// <summary>What the problem is about, up to the next blank; a place at the end is shown as such.</summary>
    private string Marked(ConditionProblem problem)
    {
        var rest = Text[At(problem)..];
        var end = rest.IndexOfAny([' ', '\n', '\t'], Math.Min(1, rest.Length));

        return end < 0 ? rest : rest[..end];
    }

    private string NameOf(string key) => Subjects.FirstOrDefault(subject => subject.Key == key)?.Name.ForReader() ?? key;
}
