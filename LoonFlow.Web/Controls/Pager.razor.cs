using LoonFlow.Web.Resources;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace LoonFlow.Web.Controls;

/// <summary>Links to the pages of a list; everything else in the address stays as it is.</summary>
public sealed partial class Pager : ComponentBase
{
    [Parameter, EditorRequired]
    public required int Page { get; set; }

    [Parameter, EditorRequired]
    public required int PageSize { get; set; }

    [Parameter, EditorRequired]
    public required long Total { get; set; }

    /// <summary>The query parameter that carries the page; the first page needs none.</summary>
    [Parameter]
    public string Parameter { get; set; } = "page";

    [Inject]
    public required IStringLocalizer<ControlsTexts> Texts { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    private int Count => (int)Math.Max(1, (Total + PageSize - 1) / PageSize);

    private long First => Math.Min(Total, ((long)Page - 1) * PageSize + 1);

    private long Last => Math.Min(Total, (long)Page * PageSize);

    private string Link(int page) => Navigation.GetUriWithQueryParameter(Parameter, page == 1 ? null : page);

    // First, last, and the neighbours of the current one; null stands for a gap.
    private IEnumerable<int?> Shown()
    {
        var previous = 0;

        foreach (var page in Enumerable.Range(1, Count).Where(page => page == 1 || page == Count || Math.Abs(page - Page) <= 2))
        {
            if (page > previous + 1)
            {
                yield return null;
            }

            yield return page;
            previous = page;
        }
    }

    private RenderFragment Step(int page, string text, IconName icon) => builder =>
    {
        var reachable = page >= 1 && page <= Count;
        builder.OpenElement(0, reachable ? "a" : "span");
        builder.AddAttribute(1, "class", "lf-pager-link");
        builder.AddAttribute(2, "href", reachable ? Link(page) : null);
        builder.AddAttribute(3, "rel", page > Page ? "next" : "prev");
        builder.AddAttribute(4, "aria-disabled", reachable ? null : "true");
        builder.AddAttribute(5, "role", reachable ? null : "link");
        builder.AddAttribute(6, "aria-label", Texts[text].Value);
        builder.OpenComponent<Icon>(7);
        builder.AddComponentParameter(8, nameof(Icon.Name), icon);
        builder.CloseComponent();
        builder.CloseElement();
    };
}
