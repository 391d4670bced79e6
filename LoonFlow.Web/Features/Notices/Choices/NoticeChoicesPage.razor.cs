using System.Globalization;
using LoonFlow.Domain.Access;
using LoonFlow.Domain.Notifications;
using LoonFlow.Web.Resources;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace LoonFlow.Web.Features.Notices.Choices;

/// <summary>What comes by mail, and when: everybody's own choice.</summary>
public sealed partial class NoticeChoicesPage : ComponentBase, IDisposable
{
    private readonly CancellationTokenSource _leaving = new();
    private Actor.Person? _reader;
    private NoticeChoices? _choices;
    private NoticePreferences _chosen = NoticePreferences.Default;
    private string? _refusal;
    private bool _isSaved;
    private bool _isBusy;
    private bool _isRefused;

    [Inject]
    public required NoticeQueries Queries { get; init; }

    [Inject]
    public required UseCases UseCases { get; init; }

    [Inject]
    public required CurrentActor Current { get; init; }

    [Inject]
    public required IOptions<NoticesOptions> Options { get; init; }

    [Inject]
    public required RefusalTexts Refusals { get; init; }

    [Inject]
    public required IStringLocalizer<NoticeTexts> Texts { get; init; }

    private string DigestAt => Options.Value.DigestAt.ToString("hh\\:mm", CultureInfo.InvariantCulture);

    protected override async Task OnInitializedAsync()
    {
        _reader = await Current.FindAsync(_leaving.Token);
        _isRefused = _reader is null;

        if (_reader is not null)
        {
            _choices = await Queries.ChoicesAsync(_reader, _leaving.Token);
            _chosen = _choices.Chosen;
        }
    }

    private void Choose(NoticeGroup group, EmailChoice choice)
    {
        _isSaved = false;
        _chosen = group switch
        {
            NoticeGroup.WaitsForMe => _chosen with { WaitsForMe = choice },
            NoticeGroup.AboutMyTickets => _chosen with { AboutMyTickets = choice },
            _ => _chosen with { Comments = choice },
        };
    }

    private void ChooseLanguage(ChangeEventArgs change)
    {
        _isSaved = false;
        _chosen = _chosen with { Language = change.Value is string { Length: > 0 } language ? language : null };
    }

    private async Task SaveAsync()
    {
        var command = new SaveNoticePreferences(_chosen);
        _isBusy = true;
        var result = await UseCases.RunAsync((SaveNoticePreferencesHandler handler) => handler.HandleAsync(command, _reader!, _leaving.Token));
        _isBusy = false;
        _refusal = result.Refusal is { } refusal ? Refusals.Of(refusal) : null;
        _isSaved = result.Succeeded;
    }

    private static string IdOf(NoticeGroup group) => $"notice-{group.ToString().ToLowerInvariant()}";

    private static string OwnNameOf(string culture) => culture == "zh-CN" ? "中文" : "English";

    public void Dispose()
    {
        _leaving.Cancel();
        _leaving.Dispose();
    }
}
