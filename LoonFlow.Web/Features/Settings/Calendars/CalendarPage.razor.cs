using System.Globalization;
using LoonFlow.Domain.Access;
using LoonFlow.Domain.Common;
using LoonFlow.Domain.Timers;
using LoonFlow.Web.Controls;
using LoonFlow.Web.Features.Organization;
using LoonFlow.Web.Resources;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using FieldProblem = LoonFlow.Web.Controls.FieldProblem;

namespace LoonFlow.Web.Features.Settings.Calendars;

/// <summary>One calendar: typed on the left, seen on the right as it would be.</summary>
public sealed partial class CalendarPage : ComponentBase
{
    private CalendarForm? _form;
    private BusinessCalendar? _seen;
    private BusinessCalendar? _preview;
    private IReadOnlyList<string> _zones = [];
    private IReadOnlyList<Domain.Common.FieldProblem> _wrong = [];
    private IReadOnlyList<FieldProblem> _problems = [];
    private string? _refusal;
    private bool _isLoaded;
    private bool _isDefault;
    private bool _removing;
    private bool _busy;

    /// <summary>Null for a new one.</summary>
    [Parameter]
    public long? Id { get; set; }

    [Inject]
    public required CompanyStore Companies { get; init; }

    [Inject]
    public required IOptions<InstallationOptions> Installation { get; init; }

    [Inject]
    public required UseCases UseCases { get; init; }

    [Inject]
    public required RefusalTexts RefusalTexts { get; init; }

    [Inject]
    public required ProblemTexts ProblemTexts { get; init; }

    [Inject]
    public required Toasts Toasts { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    [Inject]
    public required IStringLocalizer<CalendarTexts> Texts { get; init; }

    protected override async Task OnParametersSetAsync()
    {
        var calendars = (await Companies.GetAsync(CancellationToken.None)).Calendars;
        var calendar = Id is { } id
            ? calendars.FirstOrDefault(calendar => calendar.Id == new CalendarId(id))
            : BusinessCalendar.Office(default, string.Empty, Installation.Value.Zone);

        if (calendar is not null)
        {
            _isDefault = calendars is [var first, ..] && first.Id == calendar.Id;
            _form = new CalendarForm(calendar, _isDefault);
            _zones = [.. TimeZoneInfo.GetSystemTimeZones().Select(zone => zone.Id).Append(calendar.Zone.Id).Distinct().Order(StringComparer.Ordinal)];
            _preview = calendar;
            _seen = Id is null ? null : calendar;
        }

        _isLoaded = true;
    }

    private void ChangeHours(DayOfWeek day, ChangeEventArgs change)
    {
        _form!.Hours[day] = change.Value as string ?? string.Empty;
        Preview();
    }

    /// <summary>What is not understood is said at once; the picture shows the rest.</summary>
    private void Preview() => (_preview, _wrong) = _form!.Read();

    private async Task SaveAsync(Actor.Person actor)
    {
        Preview();
        _refusal = null;

        if (_wrong is [])
        {
            _busy = true;
            var result = await UseCases.RunAsync(
                (SaveCalendarHandler handler) => handler.HandleAsync(new SaveCalendar(_preview!, _form!.IsDefault) { Seen = _seen }, actor, CancellationToken.None));
            _busy = false;

            if (result.Succeeded)
            {
                Toasts.Good(Texts["Saved"]);
                Navigation.NavigateTo("/settings/calendars");
                return;
            }

            _wrong = result.Refusal.Fields;
            _refusal = _wrong is [] ? RefusalTexts.Of(result.Refusal) : null;
        }

        _problems = [.. _wrong.Select(problem => new FieldProblem(problem.Key, LabelOf(problem.Key), ProblemTexts.Of(problem)))];
    }

    private async Task RemoveAsync(Actor.Person actor)
    {
        _busy = true;
        var result = await UseCases.RunAsync(
            (RemoveCalendarHandler handler) => handler.HandleAsync(new RemoveCalendar(new CalendarId(Id!.Value)), actor, CancellationToken.None));
        _busy = false;
        _removing = false;

        if (result.Succeeded)
        {
            Toasts.Good(Texts["Removed"]);
            Navigation.NavigateTo("/settings/calendars");
        }
        else
        {
            _refusal = RefusalTexts.Of(result.Refusal);
        }
    }

    private string? ErrorAt(string key) => _wrong.FirstOrDefault(problem => problem.Key == key) is { } problem ? ProblemTexts.Of(problem) : null;

    private string LabelOf(string key) => key switch
    {
        CalendarProblems.Name => Texts["Name"],
        CalendarProblems.Holidays => Texts["Holidays"],
        CalendarProblems.ExtraDays => Texts["ExtraDays"],
        _ => NameOf(CalendarForm.Days.First(day => CalendarProblems.KeyOf(day) == key)),
    };

    private static string NameOf(DayOfWeek day) => CultureInfo.CurrentUICulture.DateTimeFormat.GetDayName(day);
}
