using LoonFlow.Domain.Workflows;
using LoonFlow.Domain.Workflows.Changes;
using LoonFlow.Web.Controls;
using LoonFlow.Web.Resources;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace LoonFlow.Web.Features.Workflows.Designer.Versions;

/// <summary>What differs between two versions, or a version and the draft: drawn, and beside it in words.</summary>
public sealed partial class DiffView : ComponentBase
{
    private IReadOnlyList<DocumentChange>? _changes;
    private FlowChartModel? _chart;
    private ChangeWords? _words;
    private (WorkflowDocument? From, WorkflowDocument To) _compared;

    [Parameter, EditorRequired]
    public required DesignerSession Session { get; set; }

    [Parameter, EditorRequired]
    public required VersionList List { get; set; }

    [Parameter, EditorRequired]
    public required VersionLine? From { get; set; }

    /// <summary>Null is the draft.</summary>
    [Parameter, EditorRequired]
    public required VersionLine? To { get; set; }

    [Inject]
    public required VersionQueries Queries { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    [Inject]
    public required IStringLocalizer<VersionTexts> Texts { get; init; }

    [Inject]
    public required IStringLocalizer<OverviewTexts> Overview { get; init; }

    private string ToWord => To is null ? "draft" : $"{To.Number}";

    protected override async Task OnParametersSetAsync()
    {
        if (From is null)
        {
            return;
        }

        var before = await Queries.DocumentAsync(From, CancellationToken.None);
        var after = To is null ? Session.Document : await Queries.DocumentAsync(To, CancellationToken.None);

        // The session changes with every selection; the documents seldom do.
        if (!ReferenceEquals(before, _compared.From) || !ReferenceEquals(after, _compared.To))
        {
            _compared = (before, after);
            _changes = DocumentDiff.Told(before, after);
            _chart = DiffChart.Of(before, after, _changes, Session.Company);
            _words = new ChangeWords(before, after, Session.Known, Texts, Overview);
        }
    }

    private void Choose(string? from, string? to) => Navigation.NavigateTo(
        Navigation.GetUriWithQueryParameters(new Dictionary<string, object?> { ["from"] = from ?? $"{From?.Number}", ["to"] = to }), replace: true);

    private static Tone ToneOf(ChangeKind kind) => kind switch
    {
        ChangeKind.Added => Tone.Good,
        ChangeKind.Removed => Tone.Bad,
        ChangeKind.Moved => Tone.Info,
        _ => Tone.Warn,
    };

    private static string SignOf(ChangeKind kind) => kind switch
    {
        ChangeKind.Added => "+",
        ChangeKind.Removed => "−",
        ChangeKind.Moved => "↔",
        _ => "±",
    };
}
