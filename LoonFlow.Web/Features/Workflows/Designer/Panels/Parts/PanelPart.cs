using LoonFlow.Domain.Common;
using LoonFlow.Domain.Workflows;
using LoonFlow.Web.Resources;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace LoonFlow.Web.Features.Workflows.Designer.Panels.Parts;

/// <summary>A piece of a panel: shows the session's document, edits it there, and keeps nothing itself.</summary>
public abstract class PanelPart : ComponentBase
{
    [Parameter, EditorRequired]
    public required DesignerSession Session { get; set; }

    [Inject]
    public required IStringLocalizer<PanelTexts> Texts { get; init; }

    [Inject]
    public required RefusalTexts Words { get; init; }

    /// <summary>Problems of the element that this part is about.</summary>
    protected abstract IEnumerable<PublishingProblem> Problems { get; }

    /// <summary>What is wrong at the control of this id; null where nothing is.</summary>
    protected string? ErrorAt(string id) =>
        Problems.Where(problem => ProblemPlaces.Of(problem) == id).Select(Said).Distinct().ToArray() is [_, ..] said ? string.Join(' ', said) : null;

    protected int CountAt(params ReadOnlySpan<string> ids)
    {
        var count = 0;

        foreach (var problem in Problems)
        {
            count += ids.Contains(ProblemPlaces.Of(problem)) ? 1 : 0;
        }

        return count;
    }

    protected string Said(PublishingProblem problem) => Words.Of(problem, Session.Document);

    /// <summary>Every member of an enumeration with its words, which stand under the prefix and the member's name.</summary>
    protected IReadOnlyList<(T Value, string Text)> Worded<T>(string prefix)
        where T : struct, Enum => [.. Enum.GetValues<T>().Select(value => (value, Texts[$"{prefix}{value}"].Value))];
}
