using LoonFlow.Domain.Common;
using LoonFlow.Domain.Conditions;
using LoonFlow.Domain.Forms;
using LoonFlow.Domain.Organization;
using LoonFlow.Domain.Workflows;
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
    private FormPages? _pages;
    private int _open;
    private IReadOnlyList<SummaryLine> _lines = [];
    private IReadOnlyList<FieldProblem> _shown = [];
    private (IReadOnlyList<FormEntry>? Entries, string? Title, FieldValues? Values, WorkflowDocument? Document) _drawn;
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

    /// <summary>The workflow whose form it is: its layout, and the fields that formulas and conditions speak of. Null where the entries are all.</summary>
    [Parameter]
    public WorkflowDocument? Document { get; set; }

    /// <summary>Who files or filed the ticket, for conditions that ask.</summary>
    [Parameter]
    public UserId? Creator { get; set; }

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
        Arrange();
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
        Arrange();
        StateHasChanged();
    }

    protected override void OnParametersSet()
    {
        if (_drawn.Entries is null || !_drawn.Entries.SequenceEqual(Entries) || _drawn.Title != Title || !Values.Equals(_drawn.Values) || !ReferenceEquals(_drawn.Document, Document))
        {
            // The ticket moved on below the reader's hands: what they typed stays where it may still be typed.
            var typed = _sheet?.Draft(string.Empty);
            _drawn = (Entries, Title, Values, Document);
            _sheet = new FormSheet(Entries, Title, Values, IsNew ? Installation.Value.Zone : null, Document?.Fields, Known);
            _sheet.Restore(typed ?? DraftContent.Empty);
        }

        if (!ReferenceEquals(_restored, Restored))
        {
            _restored = Restored;
            _sheet!.Restore(Restored ?? DraftContent.Empty);
        }

        if (!ReferenceEquals(_given, Problems))
        {
            _given = Problems;
            Complain(Problems);
        }

        Arrange();
    }

    /// <summary>Puts what is shown now in its places.</summary>
    private void Arrange()
    {
        FormEntry[] shown = [.. Entries.Where(IsShown)];
        _pages = Document?.Layout is { Tabs: not [] } layout ? FormPages.Of(layout, shown) : null;
        _runs = _pages is null ? EntryRun.Of(shown) : [];
        _open = Math.Clamp(_open, 0, Math.Max(0, (_pages?.Tabs.Count ?? 1) - 1));
    }

    private FieldValue? Known(string key) => Creator is not { } creator ? null
        : key == BuiltInField.Creator ? Company.User(creator) is { } user ? new FieldValue.Text(user.UserName) : null
        : CreatorFacts.Find(key, creator, Company);

    private bool IsShown(FormEntry entry) => entry switch
    {
        { Field: not null } when !_sheet!.Workings.Shows(entry.Key) => false,
        { IsWritable: true } or { Field.Formula: not null } => true,
        { Field: null } => !string.IsNullOrEmpty(BuiltIns.GetValueOrDefault(entry.Key)),
        _ => !IsNew || ValueOf(entry) is not null,
    };

    private FieldValue? ValueOf(FormEntry entry) =>
        entry.Field?.Formula is not null ? _sheet!.Workings.ValueOf(entry.Key)
        : entry.Key != BuiltInField.Title ? Values[entry.Key]
        : string.IsNullOrEmpty(Title) ? null
        : new FieldValue.Text(Title);

    private string? ErrorAt(FormField field)
    {
        var problem = _changedSince.Contains(field.Key) ? null : _shown.FirstOrDefault(shown => shown.Key == field.Key && shown.Cell is null);

        return (problem ?? _sheet!.ProblemAt(field)) is { } found ? ProblemTexts.Of(found, field.Type) : null;
    }

    private IReadOnlyList<FieldProblem> CellProblems(string key) =>
        _changedSince.Contains(key) ? [] : [.. _shown.Where(shown => shown.Key == key && shown.Cell is not null)];

    private bool IsMended(SummaryLine line) => _shown.Zip(_lines).Any(pair =>
        pair.Second == line && _changedSince.Contains(pair.First.Key) && Entries.FirstOrDefault(entry => entry.Key == pair.First.Key) is { } entry && _sheet!.IsRight(entry));

    private bool HasProblems(FormPage page) => _shown.Any(problem => !_changedSince.Contains(problem.Key) && page.Has(problem.Key));

    private FormEntry Offered(FormEntry entry) => entry.Field is { CascadesFrom: not null } field
        ? entry with { Field = field with { Choices = _sheet!.Workings.Offered(field) } }
        : entry;

    private Task FillAsync(string key, FieldInput input)
    {
        _sheet!.Fill(key, input);
        _changedSince.Add(key);
        Arrange();

        return OnChanged.InvokeAsync();
    }

    private void Complain(IReadOnlyList<FieldProblem> problems)
    {
        _shown = problems;
        _changedSince.Clear();
        _lines = [.. problems.Select(Line)];
    }

    private SummaryLine Line(FieldProblem problem) => Entries.FirstOrDefault(entry => entry.Key == problem.Key)?.Field is { } field
        ? new SummaryLine(problem.Cell is { } cell ? $"{IdOf(problem.Key)}-{cell.Row}-{cell.Column}" : IdOf(problem.Key), field.Name.ForReader(), ProblemTexts.Of(problem, field.Type))
        : new SummaryLine(null, problem.Key, ProblemTexts.Of(problem));

    private string IdOf(string key) => $"{Prefix}-{string.Concat(key.Select(sign => char.IsLetterOrDigit(sign) ? sign : '-'))}";
}
