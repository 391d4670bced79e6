using System.Globalization;
using LoonFlow.Domain.Common;
using LoonFlow.Domain.Forms;
using LoonFlow.Domain.Organization;
using LoonFlow.Domain.Workflows;

namespace LoonFlow.Domain.Tickets;

/// <summary>Which children a visit starts, with which words and values.</summary>
public static partial class ChildrenRules
{
    /// <summary>The place in a child's title for its person, row or choice.</summary>
    public const string ItemKey = "item";

    /// <summary>The children that a visit is to have. Planning again gives the same keys, so that none is started twice.</summary>
    /// <param name="situation">The parent.</param>
    /// <param name="visitNumber">Its open visit.</param>
    /// <param name="child">What they are filed with.</param>
    public static Result<IReadOnlyList<ChildPlan>> Plan(Situation situation, int visitNumber, WorkflowVersion child)
    {
        if (situation.Ticket.OpenVisit(visitNumber) is not { } visit || SettingOf(situation.Workflow.State(visit.State)) is not { } setting)
        {
            return TicketRefusals.StateLeft;
        }

        var items = Items(situation, setting);

        return items.Count > MaxChildren
            ? ChildrenRefusals.TooMany(items.Count)
            : items.Select(item => new ChildPlan(item.Key, Title(situation, setting, item), Values(situation, setting, item, child))).ToArray();
    }

    /// <summary>
    /// In whose name children are filed: whoever filed the parent; if they have left, whoever acted on it last; else
    /// somebody who administers the workflow. Null when nobody is left.
    /// </summary>
    public static UserId? FiledBy(Situation situation)
    {
        var company = situation.Facts.Company;
        var acted = situation.Ticket.Steps.Reverse().Select(step => step.By).OfType<UserId>();
        var administrators = Access.PermissionRules.Administrators(situation.Facts.Access, company).SelectMany(who => who.Members(company));

        return acted.Prepend(situation.Ticket.Creator).Concat(administrators).Where(company.IsActive).Select(id => (UserId?)id).FirstOrDefault();
    }

    /// <summary>The way by which the engine files a child: the first agreeing one, else the first. Null when there is none.</summary>
    public static Transition? FiledThrough(WorkflowVersion child)
    {
        var ways = SubmissionRules.Available(child);

        return ways.FirstOrDefault(way => way.Kind is TransitionKind.Agree) ?? (ways is [var first, ..] ? first : null);
    }

    private static IReadOnlyList<Item> Items(Situation situation, ChildrenSetting setting)
    {
        var (field, texts) = (situation.Workflow.Field(setting.Field ?? string.Empty), Texts(situation, setting));

        return setting.Per switch
        {
            ChildrenPer.One => [new Item("1", null, string.Empty)],
            ChildrenPer.Person => [.. texts.SelectMany(Separated).Select(name => PersonNamed(name, situation.Facts.Company)).DistinctBy(item => item.Key, StringComparer.OrdinalIgnoreCase)],
            ChildrenPer.Row => [.. texts.SelectMany(text => text.Split('\n', Trimmed)).Distinct(StringComparer.Ordinal).Select(Row)],
            ChildrenPer.Choice => [.. texts.Distinct(StringComparer.Ordinal).Select(key => new Item(Short(key), key, ValueTexts.Choice(field, key, situation.Facts.Title.Language)))],
            _ => [],
        };
    }

    private static IReadOnlyList<string> Texts(Situation situation, ChildrenSetting setting) => ValueOf(situation.Ticket, situation.Facts.Company, setting.Field ?? string.Empty) switch
    {
        FieldValue.Text text => [text.Value],
        FieldValue.Texts several => several.Values,
        _ => [],
    };

    /// <summary>A text field may name several people, separated by commas, as callers of loonflow do (spec B.7).</summary>
    private static string[] Separated(string names) => names.Split(',', Trimmed);

    private static Item PersonNamed(string userName, Company company) =>
        company.UserNamed(userName) is { } user ? new Item(Short(user.UserName), user.UserName, user.Name) : new Item(Short(userName), userName, userName);

    /// <summary>The number tells rows apart whose beginnings are alike.</summary>
    private static Item Row(string line, int index) => new(Short(string.Create(CultureInfo.InvariantCulture, $"{index + 1} {line}")), line, line);

    private static string Short(string key) => TemplateText.Cut(key, Ticket.MaxChildKeyLength);

    private static string Title(Situation situation, ChildrenSetting setting, Item item)
    {
        var (workflow, ticket, _, facts) = situation;
        var (language, zone) = (facts.Title.Language, facts.Title.Zone);
        var text = TemplateText.Fill(setting.Title, key => key switch
        {
            ItemKey => item.Read,
            BuiltInField.Creator => facts.Company.User(ticket.Creator)?.Name,
            BuiltInField.WorkflowName => workflow.Name.In(language),
            BuiltInField.CreatedAt => ValueTexts.Of(null, new FieldValue.Moment(ticket.CreatedAt), language, zone, facts.Company),
            _ => ValueTexts.Of(workflow.Field(key), ValueOf(ticket, facts.Company, key), language, zone, facts.Company),
        });

        // A title is one line, whatever the fields hold.
        var line = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

        return line.Length == 0 ? ticket.Title : TemplateText.Cut(line, Ticket.MaxTitleLength);
    }

    private static Dictionary<string, FieldValue?> Values(Situation situation, ChildrenSetting setting, Item item, WorkflowVersion child)
    {
        var values = new Dictionary<string, FieldValue?>(StringComparer.Ordinal);

        foreach (var (from, to) in setting.Down)
        {
            values[to] = Fitted(child.Field(to), ValueOf(situation.Ticket, situation.Facts.Company, from));
        }

        if (setting.ItemField is { } field && item.Value is { } value)
        {
            values[field] = Fitted(child.Field(field), new FieldValue.Text(value));
        }

        return values.Where(pair => pair.Value is not null).ToDictionary(StringComparer.Ordinal);
    }

    private const StringSplitOptions Trimmed = StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries;

    /// <summary>What one child is for.</summary>
    /// <param name="Key">Tells it from the others.</param>
    /// <param name="Value">As its field holds it; null when there is only one child.</param>
    /// <param name="Read">As people read it.</param>
    private sealed record Item(string Key, string? Value, string Read);
}
