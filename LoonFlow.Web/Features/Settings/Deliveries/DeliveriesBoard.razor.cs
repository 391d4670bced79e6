using LoonFlow.Domain.Access;
using LoonFlow.Domain.Common;
using LoonFlow.Web.Controls;
using LoonFlow.Web.Resources;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace LoonFlow.Web.Features.Settings.Deliveries;

/// <summary>What failed or waits, always as of now: why, and what to do about it.</summary>
public sealed partial class DeliveriesBoard : ComponentBase, IAsyncDisposable
{
    private static readonly TimeSpan LooksEvery = TimeSpan.FromSeconds(3);

    private readonly CancellationTokenSource _leaving = new();
    private readonly CancellationToken _left;
    private DeliveryFilter _filter = new();
    private DeliveryList? _list;
    private DeliveryRow? _discarding;
    private Refusal? _refusal;
    private bool _isBusy;

    // Taken once: a source that was disposed gives no token any more.
    public DeliveriesBoard() => _left = _leaving.Token;

    [SupplyParameterFromQuery(Name = "state")]
    public string? StateQuery { get; set; }

    [SupplyParameterFromQuery(Name = "listener")]
    public string? ListenerQuery { get; set; }

    [SupplyParameterFromQuery(Name = "ticket")]
    public string? TicketQuery { get; set; }

    [SupplyParameterFromQuery(Name = "page")]
    public string? PageQuery { get; set; }

    [Parameter, EditorRequired]
    public required Actor.Person Reader { get; set; }

    [Inject]
    public required DeliveryQueries Queries { get; init; }

    [Inject]
    public required UseCases UseCases { get; init; }

    [Inject]
    public required TimeProvider Clock { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    [Inject]
    public required Toasts Toasts { get; init; }

    [Inject]
    public required RefusalTexts RefusalTexts { get; init; }

    [Inject]
    public required IStringLocalizer<DeliveryTexts> Texts { get; init; }

    [Inject]
    public required IStringLocalizer<SettingsTexts> SettingsTexts { get; init; }

    /// <summary>What is chosen stays in the list, also when nothing waits for it any more.</summary>
    private IEnumerable<string> Listeners => (_list?.Listeners ?? []).Union(_filter.Listener is { } chosen ? [chosen] : []);

    protected override void OnInitialized() => _ = LookEverySoOftenAsync();

    protected override async Task OnParametersSetAsync()
    {
        _filter = DeliveryFilter.Parse(StateQuery, ListenerQuery, TicketQuery, PageQuery);
        await LookAsync();
    }

    private async Task LookEverySoOftenAsync()
    {
        using var timer = new PeriodicTimer(LooksEvery, Clock);

        try
        {
            while (await timer.WaitForNextTickAsync(_left))
            {
                await InvokeAsync(LookAsync);
                await InvokeAsync(StateHasChanged);
            }
        }
        catch (OperationCanceledException)
        {
            // The reader has left the page.
        }
        catch (Exception failure)
        {
            // Nobody waits for this loop: without it the failure would be silent.
            await DispatchExceptionAsync(failure);
        }
    }

    private async Task LookAsync()
    {
        var asked = _filter;
        var list = await Queries.ListAsync(asked, Reader, _left);

        // A later choice may have been answered first.
        if (ReferenceEquals(asked, _filter))
        {
            _list = list;
            _refusal = list is null ? SettingsRefusals.AdministratorsOnly : _refusal;
        }
    }

    private void Follow(DeliveryFilter filter) => Navigation.NavigateTo(Navigation.GetUriWithQueryParameters((filter with { Page = 1 }).ToQuery()), replace: true);

    private string NameOf(string listener)
    {
        var known = Texts[$"Listener{char.ToUpperInvariant(listener[0])}{listener[1..]}"];

        return known.ResourceNotFound ? listener : known.Value;
    }

    private Task RetryAsync(DeliveryRow row) => DoAsync(
        () => UseCases.RunAsync((RetryDeliveryHandler handler) => handler.HandleAsync(new RetryDelivery(row.Id), Reader, _left)),
        _ => Toasts.Info(Texts["Retried", 1]));

    private Task RetryAllAsync() => DoAsync(
        () => UseCases.RunAsync((RetryFailedDeliveriesHandler handler) => handler.HandleAsync(new RetryFailedDeliveries(_filter), Reader, _left)),
        count => Toasts.Info(Texts["Retried", count]));

    private async Task DiscardAsync()
    {
        if (_discarding is { } row)
        {
            await DoAsync(
                () => UseCases.RunAsync((DiscardDeliveryHandler handler) => handler.HandleAsync(new DiscardDelivery(row.Id), Reader, _left)),
                _ => Toasts.Info(Texts["Discarded"]));
            _discarding = null;
        }
    }

    private async Task DoAsync<T>(Func<Task<Result<T>>> useCase, Action<T> done)
        where T : notnull
    {
        _isBusy = true;
        var result = await useCase();
        _isBusy = false;
        _refusal = result.Refusal;

        if (result.Succeeded)
        {
            done(result.Value);
        }

        await LookAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _leaving.CancelAsync();
        _leaving.Dispose();
    }
}
