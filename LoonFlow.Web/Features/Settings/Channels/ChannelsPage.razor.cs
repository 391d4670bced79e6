using System.Globalization;
using LoonFlow.Web.Controls;
using LoonFlow.Web.Resources;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace LoonFlow.Web.Features.Settings.Channels;

/// <summary>Through what notices reach people: mail, webhooks and robots of chat groups.</summary>
public sealed partial class ChannelsPage : ComponentBase
{
    private const string New = "new";

    private IReadOnlyList<ChannelItem>? _channels;

    /// <summary>The channel whose form is open: its number, or "new".</summary>
    [SupplyParameterFromQuery]
    public string? Channel { get; set; }

    [Inject]
    public required CurrentActor Current { get; init; }

    [Inject]
    public required ChannelQueries Channels { get; init; }

    [Inject]
    public required Toasts Toasts { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    [Inject]
    public required IStringLocalizer<ChannelsTexts> Texts { get; init; }

    [Inject]
    public required IStringLocalizer<SettingsTexts> SettingsTexts { get; init; }

    protected override async Task OnInitializedAsync()
    {
        if (await Current.FindAsync() is { IsAdministrator: true })
        {
            await ReadAsync();
        }
    }

    private async Task ReadAsync() => _channels = await Channels.AllAsync(CancellationToken.None);

    private async Task SavedAsync()
    {
        Toasts.Good(Texts["Saved"]);
        await ReadAsync();
        Close();
    }

    private async Task RemovedAsync()
    {
        Toasts.Good(Texts["Removed"]);
        await ReadAsync();
    }

    private void Close() => Navigation.NavigateTo("/settings/channels");

    private static string IdOf(ChannelItem channel) => channel.Id.ToString(CultureInfo.InvariantCulture);
}
