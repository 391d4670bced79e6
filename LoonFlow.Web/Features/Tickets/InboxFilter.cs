using System.Globalization;
using LoonFlow.Domain.Tickets;
using LoonFlow.Domain.Workflows;

namespace LoonFlow.Web.Features.Tickets;

public enum InboxTab
{
    /// <summary>What waits for me.</summary>
    Todo,

    /// <summary>What I filed.</summary>
    Created,

    /// <summary>What I filed, had to handle or handled.</summary>
    Related,

    /// <summary>Everything that I may see.</summary>
    All,
}

/// <summary>Which tickets a list shows, and in what order. It stands in the address; whatever there makes no sense is as if not given.</summary>
public sealed record InboxFilter
{
    public const int MaxTextLength = 100;
    public const int DefaultPageSize = 20;

    public static readonly IReadOnlyList<int> PageSizes = [DefaultPageSize, 50, 100];

    // Outside of these, moving a day into another zone could leave the calendar.
    private static readonly DateOnly FirstDay = new(2000, 1, 1);
    private static readonly DateOnly LastDay = new(2199, 12, 31);

    public InboxTab Tab { get; init; }

    public string? Text { get; init; }

    public WorkflowId? Workflow { get; init; }

    public StateId? State { get; init; }

    public TicketStatus? Status { get; init; }

    /// <summary>The first day of filing, in the installation's zone.</summary>
    public DateOnly? From { get; init; }

    /// <summary>The last day of filing.</summary>
    public DateOnly? To { get; init; }

    public bool OldestFirst { get; init; }

    public int Page { get; init; } = 1;

    public int PageSize { get; init; } = DefaultPageSize;

    /// <summary>How many of the conditions behind the "Filter" button are set.</summary>
    public int ConditionCount => new object?[] { Workflow, State, Status, From, To }.Count(condition => condition is not null);

    /// <summary>Whether anything but the tab narrows the list.</summary>
    public bool IsNarrowed => Text is not null || ConditionCount > 0;

    /// <param name="valueOf">What the query string of the address says, by parameter.</param>
    public static InboxFilter Parse(Func<string, string?> valueOf) => new()
    {
        Tab = EnumOf<InboxTab>(valueOf("tab")) ?? InboxTab.Todo,
        Text = TextOf(valueOf("q")),
        Workflow = NumberOf(valueOf("workflow")) is { } workflow ? new WorkflowId(workflow) : null,
        State = NumberOf(valueOf("state")) is { } state ? new StateId(state) : null,
        Status = EnumOf<TicketStatus>(valueOf("status")),
        From = DayOf(valueOf("from")),
        To = DayOf(valueOf("to")),
        OldestFirst = valueOf("order") == "oldest",
        Page = NumberOf(valueOf("page")) is { } page and > 0 and <= int.MaxValue ? (int)page : 1,
        PageSize = NumberOf(valueOf("size")) is { } size && PageSizes.Contains((int)Math.Min(size, int.MaxValue)) ? (int)size : DefaultPageSize,
    };

    /// <summary>What to write into the address; null takes a parameter out of it.</summary>
    public IReadOnlyDictionary<string, object?> ToQuery() => new Dictionary<string, object?>
    {
        ["tab"] = Tab is InboxTab.Todo ? null : WordOf(Tab),
        ["q"] = Text,
        ["workflow"] = Workflow?.Value,
        ["state"] = State?.Value,
        ["status"] = Status is { } status ? WordOf(status) : null,
        ["from"] = Written(From),
        ["to"] = Written(To),
        ["order"] = OldestFirst ? "oldest" : null,
        ["page"] = Page == 1 ? null : Page,
        ["size"] = PageSize == DefaultPageSize ? null : PageSize,
    };

    /// <summary>Text as it is searched for: without blanks around it, and not longer than anything that could match.</summary>
    public static string? TextOf(string? text) => text?.Trim() switch
    {
        null or "" => null,
        { Length: > MaxTextLength } tooLong => tooLong[..MaxTextLength],
        var wanted => wanted,
    };

    public static DateOnly? DayOf(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day >= FirstDay && day <= LastDay ? day : null;

    public static string? Written(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static string WordOf<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();

    public static T? EnumOf<T>(string? word)
        where T : struct, Enum => Enum.GetValues<T>().Cast<T?>().FirstOrDefault(value => WordOf(value!.Value) == word);

    public static long? NumberOf(string? text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
