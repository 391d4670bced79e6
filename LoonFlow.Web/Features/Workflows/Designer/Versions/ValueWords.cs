using System.Globalization;
using LoonFlow.Domain.Common;
using LoonFlow.Domain.Conditions;
using LoonFlow.Domain.Forms;
using LoonFlow.Domain.Notifications;
using LoonFlow.Domain.Organization;
using LoonFlow.Domain.Participants;
using LoonFlow.Domain.Timers;
using LoonFlow.Domain.Trials;
using LoonFlow.Domain.Workflows;
using LoonFlow.Web.Data.Json;
using LoonFlow.Web.Features.Workflows.Overview;
using LoonFlow.Web.Resources;
using Microsoft.Extensions.Localization;

namespace LoonFlow.Web.Features.Workflows.Designer.Versions;

/// <summary>What a property of a document says, in words. States and fields are called as that document calls them.</summary>
internal sealed class ValueWords(
    WorkflowDocument document, DesignerReferences known, IStringLocalizer<VersionTexts> texts, IStringLocalizer<OverviewTexts> overview)
{
    private const int Longest = 160;

    private readonly ParticipantPhrases _people = new(known.Company, key => FieldOf(document, key), overview);
    private readonly ConditionPhrases _conditions = new(key => FieldOf(document, key), ReaderLanguage.Current, known.Company);

    /// <summary>A field as this document calls it.</summary>
    public string FieldName(string key) => FieldOf(document, key)?.Name.ForReader() ?? key;

    public string Of(object? value) => Cut(value switch
    {
        null or "" or Caption { IsEmpty: true } => texts["Nothing"],
        Caption caption => Both(caption),
        string text => text,
        bool is_ => texts[is_ ? "Yes" : "No"],
        Condition condition => _conditions.Of(condition),
        ParticipantSpec spec => _people.Of(spec),
        IReadOnlyList<Branch> branches => Joined(branches.Select(branch => texts["IfThen", _conditions.Of(branch.When), StateName(branch.To)].Value)),
        StateId state => StateName(state),
        CalendarId calendar => known.Company.Calendars.FirstOrDefault(one => one.Id == calendar)?.Name ?? Of(calendar.Value),
        VotingPolicy or ReturnSetting or JoinSetting or TimerSetting or ChildrenSetting or FrequencyLimit or OpenLimit => OfSetting(value),
        Enum code => OfCode(code),
        IReadOnlyList<UserId> people => _people.Names(people),
        IReadOnlyList<DepartmentId> departments => _people.Names(departments),
        IReadOnlyList<RoleId> roles => _people.Names(roles),
        Choice choice => Both(choice.Name),
        FormField column => Both(column.Name),
        FormCheck check => _conditions.Of(check.Must),
        EventHook hook => hook.Call.Url,
        NoticeTemplate template => $"{Both(template.Title)}: {Both(template.Content)}",
        KeptTrial trial => trial.Name,
        ValueLimits limits => OfLimits(limits),
        FormLayout layout => texts["LayoutOf", layout.Tabs.Count, layout.Tabs.Sum(tab => tab.Sections.Count)],
        IFormattable number and (int or long or double) => number.ToString(null, CultureInfo.CurrentCulture),
        _ => DomainJson.Write(value),
    });

    private string OfLimits(ValueLimits limits) => Joined(((string?[])
    [
        limits.Min is { } min ? $"≥ {min.ToString(CultureInfo.CurrentCulture)}" : null,
        limits.Max is { } max ? $"≤ {max.ToString(CultureInfo.CurrentCulture)}" : null,
        limits.MinLength is { } shortest ? texts["LengthAtLeast", shortest].Value : null,
        limits.MaxLength is { } longest ? texts["LengthAtMost", longest].Value : null,
        limits.Pattern,
    ]).OfType<string>());

    private string OfSetting(object value) => value switch
    {
        VotingPolicy.Count count => overview["NoteVoteCount", count.Needed],
        VotingPolicy.Percentage share => overview["NoteVotePercentage", share.Percent],
        VotingPolicy voting => overview[$"NoteVote{voting.GetType().Name}"],
        ReturnSetting { To: ReturnTargets.None } => texts["Nothing"],
        ReturnSetting returns => $"{OfCode(returns.To)}; {OfCode(returns.Then)}",
        JoinSetting join => overview[$"NoteJoin{join.Needs}", join.Count] + (join.RefusalEndsOthers ? $" {overview["NoteJoinRefusalEnds"]}" : string.Empty),
        TimerSetting timer => OfTimer(timer),
        ChildrenSetting children => texts["ChildrenOf", children.Workflow is { } id ? known.Workflows.GetValueOrDefault(id)?.Name.ForReader() ?? Of(id.Value) : texts["Nothing"]],
        FrequencyLimit limit => texts["FrequencyOf", limit.Count, Span(limit.Period), OfCode(limit.Scope)],
        OpenLimit limit => texts["OpenOf", limit.Count, OfCode(limit.Scope)],
        _ => string.Empty,
    };

    private string OfTimer(TimerSetting timer) => texts["TimerOf", Span(timer.After), timer.Action switch
    {
        TimerAction.Take take => texts["TimerTakes", document.Transitions.FirstOrDefault(one => one.Id == take.Transition)?.Name.ForReader() ?? "?"],
        TimerAction.Escalate => texts["TimerEscalates"],
        _ => texts["TimerReminds"],
    }];

    /// <summary>Several flags are several words.</summary>
    private string OfCode(Enum code)
    {
        var name = $"{code.GetType().Name}{code}";

        return texts[name] is { ResourceNotFound: false } words ? words
            : Joined(Enum.GetValues(code.GetType()).Cast<Enum>().Where(flag => Convert.ToInt64(flag, CultureInfo.InvariantCulture) != 0 && code.HasFlag(flag)).Select(flag => texts[$"{code.GetType().Name}{flag}"].Value));
    }

    private string Span(TimeSpan span) => span.Ticks % TimeSpan.TicksPerDay == 0 ? overview["SpanDays", span.Days]
        : span.Ticks % TimeSpan.TicksPerHour == 0 ? overview["SpanHours", (int)span.TotalHours]
        : overview["SpanMinutes", (int)span.TotalMinutes];

    private string StateName(StateId id) => document.States.FirstOrDefault(state => state.Id == id)?.Name.ForReader() ?? "?";

    private string Joined(IEnumerable<string> words) => string.Join(overview["Separator"], words) is { Length: > 0 } joined ? joined : texts["Nothing"];

    private static string Both(Caption caption) => string.IsNullOrEmpty(caption.English) || caption.English == caption.Text ? caption.Text : $"{caption.Text} / {caption.English}";

    private static string Cut(string words) => words.Length > Longest ? $"{words[..Longest]}…" : words;

    private static FormField? FieldOf(WorkflowDocument document, string key) =>
        key == BuiltInField.Title ? BuiltInField.TitleField : document.Fields.FirstOrDefault(field => field.Key == key);
}
