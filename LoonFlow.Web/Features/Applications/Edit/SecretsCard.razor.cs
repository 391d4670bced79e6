using LoonFlow.Domain.Access;
using LoonFlow.Domain.Common;
using LoonFlow.Web.Controls;
using LoonFlow.Web.Resources;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace LoonFlow.Web.Features.Applications.Edit;

/// <summary>What an application proves itself with: known by its last letters, replaced without a gap, revoked at once.</summary>
public sealed partial class SecretsCard : ComponentBase
{
    private bool? _asking;
    private DateOnly? _until;
    private SecretView? _revoking;
    private NewSecret? _made;
    private bool _isMadeForSigning;
    private Refusal? _refusal;
    private string? _problem;
    private bool _isBusy;

    [Parameter, EditorRequired]
    public required ApplicationView View { get; set; }

    [Parameter, EditorRequired]
    public required Actor.Person Reader { get; set; }

    [Parameter, EditorRequired]
    public EventCallback OnChanged { get; set; }

    [CascadingParameter]
    public TimeZoneInfo Zone { get; set; } = TimeZoneInfo.Utc;

    [Inject]
    public required UseCases UseCases { get; init; }

    [Inject]
    public required TimeProvider Clock { get; init; }

    [Inject]
    public required Toasts Toasts { get; init; }

    [Inject]
    public required RefusalTexts RefusalTexts { get; init; }

    [Inject]
    public required IStringLocalizer<ApplicationTexts> Texts { get; init; }

    /// <summary>For signing and for sending: those that the application may use, and those that it still has.</summary>
    private IEnumerable<bool> Kinds => new[] { true, false }.Where(kind => IsAllowed(kind) || View.Secrets.Any(secret => secret.IsForSigning == kind));

    private bool IsAllowed(bool isForSigning) => (View.Application.Schemes & (isForSigning ? ApplicationWords.Signing : ApiSchemes.Bearer)) != 0;

    private bool IsOver(SecretView secret) => secret.ExpiresAt <= Clock.GetUtcNow();

    private void Ask(bool isForSigning)
    {
        (_asking, _until, _problem, _refusal) = (isForSigning, null, null, null);
    }

    private async Task MakeAsync()
    {
        var isForSigning = _asking!.Value;
        var command = new AddApplicationSecret(View.Application.Id, isForSigning, _until is { } day ? DayEnd.Of(day, Zone) : null);
        _isBusy = true;
        var result = await UseCases.RunAsync((AddApplicationSecretHandler handler) => handler.HandleAsync(command, Reader, CancellationToken.None));
        _isBusy = false;

        if (result.Refusal == ApplicationSettingRefusals.ExpiryWrong)
        {
            _problem = RefusalTexts.Of(result.Refusal);
            return;
        }

        _asking = null;
        _refusal = result.Refusal;

        if (result.Succeeded)
        {
            (_made, _isMadeForSigning) = (result.Value, isForSigning);
        }

        await OnChanged.InvokeAsync();
    }

    private async Task RevokeAsync()
    {
        var command = new RevokeApplicationSecret(View.Application.Id, _revoking!.Id);
        _isBusy = true;
        var result = await UseCases.RunAsync((RevokeApplicationSecretHandler handler) => handler.HandleAsync(command, Reader, CancellationToken.None));
        _isBusy = false;
        var hint = _revoking.Hint;
        _revoking = null;

        // Somebody else was faster: it is what was wanted.
        _refusal = result.Refusal == ApplicationSettingRefusals.SecretUnknown ? null : result.Refusal;

        if (_refusal is null)
        {
            Toasts.Good(Texts["Revoked", hint]);
        }

        await OnChanged.InvokeAsync();
    }
}
