using LoonFlow.Domain.Forms;
using LoonFlow.Domain.Organization;
using LoonFlow.Domain.Workflows;

namespace LoonFlow.Domain.Tickets;

/// <summary>What a new ticket is called: as its creator says, else by the workflow's template, else like the workflow (spec B.5).</summary>
public static class TitleRules
{
    private static readonly string[] BuiltIns = [BuiltInField.Serial, BuiltInField.Creator, BuiltInField.WorkflowName, BuiltInField.CreatedAt];

    /// <summary>Whether a title cannot be made before the serial number is issued.</summary>
    public static bool NamesSerial(WorkflowDocument document) => document.TitleTemplate is { } template && TemplateText.Keys(template).Contains(BuiltInField.Serial);

    /// <summary>Keys of the template that stand for nothing.</summary>
    public static IReadOnlyList<string> UnknownKeys(WorkflowDocument document) => document.TitleTemplate is { } template
        ? [.. TemplateText.Keys(template).Where(key => !BuiltIns.Contains(key) && document.Fields.All(field => field.Key != key))]
        : [];

    internal static string Of(WorkflowVersion workflow, FieldChanges changes, UserId creator, DecisionFacts facts) =>
        !string.IsNullOrWhiteSpace(changes.Title) ? changes.Title
        : workflow.Document.TitleTemplate is { } template && Made(template, workflow, changes, creator, facts) is { Length: > 0 } made ? made
        : workflow.Name.Text;

    private static string Made(string template, WorkflowVersion workflow, FieldChanges changes, UserId creator, DecisionFacts facts)
    {
        var text = TemplateText.Fill(template, key => key switch
        {
            BuiltInField.Serial => facts.Title.Serial,
            BuiltInField.Creator => facts.Company.User(creator)?.Name,
            BuiltInField.WorkflowName => workflow.Name.In(facts.Title.Language),
            BuiltInField.CreatedAt => Read(null, new FieldValue.Moment(facts.Now), facts),
            BuiltInField.Title => null,
            _ => Read(workflow.Field(key), changes.Values.GetValueOrDefault(key), facts),
        });

        // A title is one line, whatever the fields hold.
        return TemplateText.Cut(string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), Ticket.MaxTitleLength);
    }

    private static string Read(FormField? field, FieldValue? value, DecisionFacts facts) =>
        ValueTexts.Of(field, value, facts.Title.Language, facts.Title.Zone, facts.Company);
}
