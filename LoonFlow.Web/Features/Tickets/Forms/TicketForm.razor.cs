using LoonFlow.Domain.Access;
using LoonFlow.Domain.Common;
using LoonFlow.Domain.Forms;
using LoonFlow.Domain.Organization;
using LoonFlow.Domain.Tickets;
using LoonFlow.Domain.Workflows;
using LoonFlow.Web.Features.Tickets.Drafts;
using Microsoft.AspNetCore.Components;

namespace LoonFlow.Web.Features.Tickets.Forms;

/// <summary>A form and the comment beside it, both kept as a draft while they are filled in.</summary>
public sealed partial class TicketForm : ComponentBase, IAsyncDisposable
{
    private FieldForm? _fields;
    private DraftKeeper? _keeper;
    private DraftContent? _restored;
    private DateTimeOffset? _restoredAt;
    private string _comment = string.Empty;
    private bool _isLoaded;
    private bool _isAnnounced;

    /// <summary>Whose draft this is: <see cref="FormKeys"/>.</summary>
    [Parameter, EditorRequired]
    public required string Form { get; set; }

    [Parameter, EditorRequired]
    public required Actor.Person Actor { get; set; }

    [Parameter, EditorRequired]
    public required IReadOnlyList<FormEntry> Entries { get; set; }

    [Parameter, EditorRequired]
    public required Company Company { get; set; }

    [Parameter]
    public string? Title { get; set; }

    [Parameter]
    public FieldValues Values { get; set; } = FieldValues.None;

    [Parameter]
    public bool IsNew { get; set; }

    /// <summary>The workflow whose form it is.</summary>
    [Parameter]
    public WorkflowDocument? Document { get; set; }

    /// <summary>Who files or filed the ticket.</summary>
    [Parameter]
    public UserId? Creator { get; set; }

    [Parameter]
    public IReadOnlyDictionary<string, string> BuiltIns { get; set; } = new Dictionary<string, string>();

    [Parameter]
    public IReadOnlyList<FieldProblem> Problems { get; set; } = [];

    /// <summary>What the comment is called; null draws none.</summary>
    [Parameter]
    public string? CommentLabel { get; set; }

    [Parameter]
    public string? CommentError { get; set; }

    /// <summary>Something was filled in.</summary>
    [Parameter]
    public EventCallback OnChanged { get; set; }

    [Inject]
    public required UseCases UseCases { get; init; }

    [Inject]
    public required FormDraftQueries Drafts { get; init; }

    [Inject]
    public required TimeProvider Clock { get; init; }

    /// <summary>The comment as it was typed; null when none was.</summary>
    public string? Comment => string.IsNullOrWhiteSpace(_comment) ? null : _comment;

    /// <summary>Whether anything stands here that was not sent.</summary>
    public bool IsDirty => Comment is not null || _fields is { } fields && !fields.Draft(string.Empty).IsEmpty;

    /// <summary>What is to be sent, or a refusal whose fields are then shown at their places.</summary>
    public Result<FieldChanges> Read(bool requiresFields) => _fields?.Read(requiresFields) ?? TicketRefusals.FormIncomplete;

    /// <summary>The same without a word: for looking ahead while it is still being filled in.</summary>
    public Result<FieldChanges> Peek(bool requiresFields) => _fields?.Peek(requiresFields) ?? TicketRefusals.FormIncomplete;

    /// <summary>It was sent: the draft and the comment are done with.</summary>
    public async Task FinishAsync()
    {
        _comment = string.Empty;
        _restoredAt = null;

        if (_keeper is not null)
        {
            await _keeper.ForgetAsync();
        }
    }

    protected override async Task OnInitializedAsync()
    {
        if (await Drafts.FindAsync(Form, Actor, CancellationToken.None) is { } kept)
        {
            _restored = kept.Content;
            _restoredAt = kept.ChangedAt;
            _comment = kept.Content.Comment;
        }

        _keeper = new DraftKeeper(UseCases, Clock, Actor, Form, () => _fields?.Draft(_comment) ?? DraftContent.Empty with { Comment = _comment }, InvokeAsync);
        _isLoaded = true;
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        // What was restored counts as filled in, as soon as there is a form to look at.
        if (_fields is not null && !_isAnnounced)
        {
            _isAnnounced = true;
            await OnChanged.InvokeAsync();
        }
    }

    private Task ChangeAsync()
    {
        Touch();

        return OnChanged.InvokeAsync();
    }

    private void Touch() => _keeper?.Touch();

    private void Write(ChangeEventArgs change)
    {
        _comment = change.Value as string ?? string.Empty;
        Touch();
    }

    private async Task DiscardAsync()
    {
        _fields?.Reset();
        await FinishAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_keeper is not null)
        {
            await _keeper.DisposeAsync();
        }
    }
}
