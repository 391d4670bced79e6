using LoonFlow.Domain.Access;
using LoonFlow.Domain.Common;
using LoonFlow.Web.Controls;
using LoonFlow.Web.Resources;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace LoonFlow.Web.Features.Applications.Tokens;

/// <summary>The tokens with which somebody's own programs call as them.</summary>
public sealed partial class TokensPage : ComponentBase
{
    private Actor.Person? _reader;
    private IReadOnlyList<PersonalTokenView>? _tokens;
    private PersonalTokenView? _revoking;
    private NewSecret? _made;
    private Refusal? _refusal;
    private bool _isRefused;
    private bool _isBusy;

    [SupplyParameterFromQuery(Name = "new")]
    public bool IsNew { get; set; }

    [Inject]
    public required PersonalTokenQueries Queries { get; init; }

    [Inject]
    public required UseCases UseCases { get; init; }

    [Inject]
    public required CurrentActor Current { get; init; }

    [Inject]
    public required Toasts Toasts { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    [Inject]
    public required RefusalTexts RefusalTexts { get; init; }

    [Inject]
    public required IStringLocalizer<TokenTexts> Texts { get; init; }

    protected override async Task OnInitializedAsync()
    {
        _reader = await Current.FindAsync();
        _isRefused = _reader is null;
        await ReadAsync();
    }

    private async Task ReadAsync() => _tokens = _reader is null ? null : await Queries.OwnAsync(_reader.Id, CancellationToken.None);

    private async Task ShowAsync(NewSecret made)
    {
        _refusal = null;
        _made = made;
        await ReadAsync();
        Navigation.NavigateTo("/account/tokens", replace: true);
    }

    /// <summary>Nothing depends on a token that is over: it goes without a question.</summary>
    private async Task RevokeAsync(PersonalTokenView token)
    {
        if (token.IsOver)
        {
            await RemoveAsync(token);
        }
        else
        {
            _revoking = token;
        }
    }

    private async Task RemoveAsync(PersonalTokenView token)
    {
        _isBusy = true;
        var result = await UseCases.RunAsync((RevokePersonalTokenHandler handler) => handler.HandleAsync(new RevokePersonalToken(token.Id), _reader!, CancellationToken.None));
        _isBusy = false;
        _revoking = null;

        // Somebody who pressed twice, or in two windows, wanted just that.
        _refusal = result.Refusal == PersonalTokenRefusals.Unknown ? null : result.Refusal;

        if (_refusal is null)
        {
            Toasts.Good(Texts[token.IsOver ? "Cleared" : "Revoked", token.Name]);
        }

        await ReadAsync();
    }
}
