using LoonFlow.Domain.Common;
using LoonFlow.Domain.Forms;
using LoonFlow.Domain.Organization;
using LoonFlow.Web.Features.Tickets.Drafts;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Options;
using SummaryLine = LoonFlow.Web.Controls.FieldProblem;

namespace LoonFlow.Web.Features.Tickets.Forms;

/// <summary>
/// Draws a form from its entries: writable ones as controls, the others as text. What was typed stays when the ticket
/// gets other values or another form, as far as it may still be typed.
/// </summary>
public sealed partial class FieldForm : ComponentBase
{
    private readonly HashSet<string> _changedSince = new(StringComparer.Ordinal);
    private FormSheet? _sheet;
    private DraftContent? _restored;
    private IReadOnlyList<EntryRun> _runs = [];
    private IReadOnlyList<SummaryLine> _lines = [];
    private IReadOnlyList<FieldProblem> _shown = [];
    private (IReadOnlyList<FormEntry>? Entries, string? Title, FieldValues? Values) _drawn;
    private IReadOnlyList<FieldProblem> _given = [];

    /// <summary>FormRules.ForHandling or FormRules.ForViewing.</summary>
    [Parameter, EditorRequired]
    public required IReadOnlyList<FormEntry> Entries { get; set; }

    [Parameter]
    public string? Title { get; set; }

    [Parameter]
    public FieldValues Values { get; set; } = FieldValues.None;

    /// <summary>A fresh form starts with the fields' defaults and leaves out what is empty and cannot be filled in.</summary>
    [Parameter]
    public bool IsNew { get; set; }

    /// <summary>What the ids of its inputs begin with; another one where two forms are on one page.</summary>
    [Parameter]
    public string Prefix { get; set; } = "field";

    [Parameter, EditorRequired]
    public required Company Company { get; set; }

    /// <summary>What built-in fields other than the title read, by their key; one that is missing is not shown.</summary>
    [Parameter]
    public IReadOnlyDictionary<string, string> BuiltIns { get; set; } = new Dictionary<string, string>();

    /// <summary>What the last answer complained about: the Fields of its refusal.</summary>
    [Parameter]
    public IReadOnlyList<FieldProblem> Problems { get; set; } = [];

    /// <summary>A draft to put on top of the values.</summary>
    [Parameter]
    public DraftContent? Restored { get; set; }

    /// <summary>Something was filled in; <see cref="Draft"/> says what.</summary>
    [Parameter]
    public EventCallback OnChanged { get; set; }

    [Inject]
    public required ProblemTexts ProblemTexts { get; init; }

    [Inject]
    public required IOptions<InstallationOptions> Installation { get; init; }

    /// <summary>Whether there is anything to fill in.</summary>
    public bool IsWritable => Entries.Any(entry => entry.IsWritable);

    /// <summary>What is to be sent; or a refusal, whose fields are then shown at their places.</summary>
    public Result<FieldChanges> Read(bool requiresFields)
    {
        var result = _sheet!.Read(requiresFields);
        Complain(result.Refusal?.Fields ?? []);
        StateHasChanged();

        return result;
    }

    /// <summary>The same without a word: for looking ahead while it is still being filled in.</summary>
    public Result<FieldChanges> Peek(bool requiresFields) => _sheet!.Read(requiresFields);

    public DraftContent Draft(string comment) => _sheet!.Draft(comment);

    /// <summary>Forgets what was typed.</summary>
    public void Reset()
    {
        _sheet!.Reset();
        Complain([]);
        StateHasChanged();
    }

    protected override void OnParametersSet()
    {
        if (_drawn.Entries is null || !_drawn.Entries.SequenceEqual(Entries) || _drawn.Title != Title || !Values.Equals(_drawn.Values))
        {
            // The ticket moved on below the reader's hands: what they typed stays where it may still be typed.
            var typed = _sheet?.Draft(string.Empty);
            _drawn = (Entries, Title, Values);
            _sheet = new FormSheet(Entries, Title, Values, IsNew ? Installation.Value.Zone : null);
            _sheet.Restore(typed ?? DraftContent.Empty);
        }

        if (!ReferenceEquals(_restored, Restored))
        {
            _restored = Restored;
            _sheet!.Restore(Restored ?? DraftContent.Empty);
        }

        _runs = EntryRun.Of(Entries.Where(IsShown));

        if (!ReferenceEquals(_given, Problems))
        {
            _given = Problems;
            Complain(Problems);
        }
    }

    private bool IsShown(FormEntry entry) => entry switch
    {
        { IsWritable: true } => true,
        { Field: null } => !string.IsNullOrEmpty(BuiltIns.GetValueOrDefault(entry.Key)),
        _ => !IsNew || ValueOf(entry) is not null,
    };

    private FieldValue? ValueOf(FormEntry entry) =>
        entry.Key != BuiltInField.Title ? Values[entry.Key]
        : string.IsNullOrEmpty(Title) ? null
        : new FieldValue.Text(Title);

    private string? ErrorAt(FormField field)
    {
        var problem = _changedSince.Contains(field.Key) ? null : _shown.FirstOrDefault(shown => shown.Key == field.Key);

        return (problem ?? _sheet!.ProblemAt(field)) is { } found ? ProblemTexts.Of(found, field.Type) : null;
    }

    private Task FillAsync(string key, FieldInput input)
    {
        _sheet!.Fill(key, input);
        _changedSince.Add(key);

        return OnChanged.InvokeAsync();
    }

    private void Complain(IReadOnlyList<FieldProblem> problems)
    {
        _shown = problems;
        _changedSince.Clear();
        _lines = [.. problems.Select(Line)];
    }

    private SummaryLine Line(FieldProblem problem) => Entries.FirstOrDefault(entry => entry.Key == problem.Key)?.Field is { } field
        ? new SummaryLine(IdOf(problem.Key), field.Name.ForReader(), ProblemTexts.Of(problem, field.Type))
        : new SummaryLine(null, problem.Key, ProblemTexts.Of(problem));

    private string IdOf(string key) => $"{Prefix}-{string.Concat(key.Select(sign => char.IsLetterOrDigit(sign) ? sign : '-'))}";
}
