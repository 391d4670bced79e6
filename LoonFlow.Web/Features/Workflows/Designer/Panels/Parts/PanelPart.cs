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

    protected IEnumerable<PublishingProblem> At(string id) => Problems.Where(problem => ProblemPlaces.Of(problem) == id);

    /// <summary>What is only to be looked at.</summary>
    protected IEnumerable<PublishingProblem> WarningsAt(string id) => At(id).Where(problem => problem.Severity is ProblemSeverity.Warning);

    /// <summary>What must be solved at the control of this id; null where nothing must.</summary>
    protected string? ErrorAt(string id) =>
        At(id).Where(problem => problem.Severity is ProblemSeverity.Error).Select(problem => Words.Of(problem, Session.Named)).Distinct().ToArray() is [_, ..] said ? string.Join(' ', said) : null;

    protected ProblemCount CountAt(params string[] ids)
    {
        var errors = ids.Sum(id => At(id).Count(problem => problem.Severity is ProblemSeverity.Error));

        return new ProblemCount(errors, ids.Sum(id => At(id).Count()) - errors);
    }

    /// <summary>Every member of an enumeration with its words, which stand under the prefix and the member's name.</summary>
    protected IReadOnlyList<(T Value, string Text)> Worded<T>(string prefix)
        where T : struct, Enum => [.. Enum.GetValues<T>().Select(value => (value, Texts[$"{prefix}{value}"].Value))];
}
