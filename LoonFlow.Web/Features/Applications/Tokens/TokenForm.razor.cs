using LoonFlow.Domain.Access;
using LoonFlow.Domain.Common;
using LoonFlow.Web.Resources;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using Problem = LoonFlow.Web.Controls.FieldProblem;

namespace LoonFlow.Web.Features.Applications.Tokens;

/// <summary>What a new token is called, what it may do and how long.</summary>
public sealed partial class TokenForm : ComponentBase
{
    internal static readonly IReadOnlyList<TokenScopes> Scopes = [TokenScopes.Read, TokenScopes.Write, TokenScopes.Configure];

    private const int MostDays = 365;

    private static readonly IReadOnlyList<int> Terms = [30, 90, MostDays];

    private string _name = string.Empty;
    private TokenScopes _scopes = TokenScopes.Read;
    private int _days = 90;
    private DateOnly? _until;
    private bool _isBusy;
    private IReadOnlyList<Problem> _problems = [];

    [Parameter, EditorRequired]
    public required Actor.Person Owner { get; set; }

    [Parameter, EditorRequired]
    public EventCallback<NewSecret> OnMade { get; set; }

    [CascadingParameter]
    public TimeZoneInfo Zone { get; set; } = TimeZoneInfo.Utc;

    [Inject]
    public required UseCases UseCases { get; init; }

    [Inject]
    public required TimeProvider Clock { get; init; }

    [Inject]
    public required RefusalTexts RefusalTexts { get; init; }

    [Inject]
    public required ProblemTexts ProblemTexts { get; init; }

    [Inject]
    public required IStringLocalizer<TokenTexts> Texts { get; init; }

    private DateOnly? LastDay => _days == 0 ? _until : InDays(_days);

    private DateOnly InDays(int days) => DayEnd.InDays(days, Clock.GetUtcNow(), Zone);

    private async Task MakeAsync()
    {
        var command = new AddPersonalToken(_name, _scopes, LastDay is { } day ? DayEnd.Of(day, Zone) : null);
        _isBusy = true;
        var result = await UseCases.RunAsync((AddPersonalTokenHandler handler) => handler.HandleAsync(command, Owner, CancellationToken.None));
        _isBusy = false;

        if (result.Succeeded)
        {
            await OnMade.InvokeAsync(result.Value);
        }
        else
        {
            _problems = Shown(result.Refusal);
        }
    }

    private IReadOnlyList<Problem> Shown(Refusal refusal) => refusal.Fields is []
        ? [new Problem(null, string.Empty, RefusalTexts.Of(refusal))]
        : [.. refusal.Fields.Select(problem => problem.Key switch
        {
            "name" => new Problem("token-name", Texts["Name"], ProblemTexts.Of(problem)),
            "scopes" => new Problem("token-scopes", Texts["Scopes"], ProblemTexts.Of(problem)),
            _ => new Problem("token-until", Texts["LastDay"], ProblemTexts.Of(problem)),
        })];

    private string? ProblemAt(string field) => _problems.FirstOrDefault(problem => problem.FieldId == field)?.Message;
}
