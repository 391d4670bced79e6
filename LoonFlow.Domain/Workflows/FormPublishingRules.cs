using LoonFlow.Domain.Common;
using LoonFlow.Domain.Conditions;
using LoonFlow.Domain.Forms;
using LoonFlow.Domain.Organization;

namespace LoonFlow.Domain.Workflows;

/// <summary>What must hold for formulas, conditions, cascades and checks of the form, and for its layout.</summary>
internal static class FormPublishingRules
{
    public static IEnumerable<PublishingProblem> Problems(WorkflowDocument document, Company company) =>
    [
        .. document.Fields.SelectMany(field => OfField(document, company, field, columns: null).Select(problem => problem.Of(field.Key))),
        .. document.Fields.Where(field => field.Type is FieldType.Table).SelectMany(table => table.Columns
            .SelectMany(column => OfField(document, company, column, table.Columns).Select(problem => problem.Of(table.Key)))),
        .. Circles(document.Fields).Select(field => PublishingProblems.FormulaCircle(field).Of(field.Key)),
        .. document.Fields.SelectMany(table => Circles(table.Columns).Select(column => PublishingProblems.FormulaCircle(column).Of(table.Key))),
        .. document.Checks.SelectMany(check => OfCheck(document, company, check)),
        .. document.Layout is { } layout ? OfLayout(document, layout) : [],
    ];

    private static IEnumerable<PublishingProblem> OfField(WorkflowDocument document, Company company, FormField field, IReadOnlyList<FormField>? columns) =>
    [
        .. field.Formula is { } formula ? FormConditionRules.OfFormula(document, field, formula, columns) : [],
        .. field.ShowWhen is { } show ? FormConditionRules.OfCondition(document, company, field.Name, show, columns) : [],
        .. field.ShowWhen is { } own && columns is null && ConditionFields.Of(own).Contains(field.Key) ? [PublishingProblems.ShownByItself(field)] : Array.Empty<PublishingProblem>(),
        .. field.RequireWhen is { } require ? FormConditionRules.OfCondition(document, company, field.Name, require, columns) : [],
        .. OfRules(field),
        .. field.CascadesFrom is { } parent ? OfCascade(field, columns ?? document.Fields, parent) : [],
    ];

    private static IEnumerable<PublishingProblem> OfRules(FormField field)
    {
        var rules = field.Limits;

        if (rules.Min > rules.Max || rules.MinLength > rules.MaxLength || rules is { MinLength: < 0 } or { MaxLength: < 1 })
        {
            yield return PublishingProblems.RulesContradict(field);
        }

        if (rules.Pattern is { Length: > 0 } pattern && !ValuePatterns.IsPattern(pattern))
        {
            yield return PublishingProblems.PatternMalformed(field);
        }
    }

    private static IEnumerable<PublishingProblem> OfCascade(FormField field, IReadOnlyList<FormField> beside, string parentKey)
    {
        var parent = beside.FirstOrDefault(other => other.Key == parentKey);

        if (!field.TakesChoices || parent is null or { TakesChoices: false } || parent.Key == field.Key || GoesRound(field, beside))
        {
            return [PublishingProblems.CascadeUnknown(field, parentKey)];
        }

        return field.Choices
            .SelectMany(choice => choice.Under)
            .Distinct(StringComparer.Ordinal)
            .Where(key => parent.Choices.All(choice => choice.Key != key))
            .Select(key => PublishingProblems.CascadeChoiceUnknown(field, parent, key));
    }

    private static bool GoesRound(FormField field, IReadOnlyList<FormField> beside)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal) { field.Key };

        for (var above = field; above?.CascadesFrom is { } key; above = beside.FirstOrDefault(other => other.Key == key))
        {
            if (!seen.Add(key))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The fields whose formula needs, by way of others, themselves.</summary>
    private static IEnumerable<FormField> Circles(IReadOnlyList<FormField> fields)
    {
        var needs = fields.DistinctBy(field => field.Key, StringComparer.Ordinal).ToDictionary(field => field.Key, FormulaRules.Needs, StringComparer.Ordinal);

        return fields.Where(field => Reaches(field.Key));

        bool Reaches(string key)
        {
            var waiting = new Stack<string>(needs[key]);
            var seen = new HashSet<string>(StringComparer.Ordinal);

            while (waiting.TryPop(out var at))
            {
                if (at == key)
                {
                    return true;
                }

                foreach (var next in seen.Add(at) ? needs.GetValueOrDefault(at, []) : [])
                {
                    waiting.Push(next);
                }
            }

            return false;
        }
    }

    private static IEnumerable<PublishingProblem> OfCheck(WorkflowDocument document, Company company, FormCheck check)
    {
        if (PublishingRules.Field(document, check.Field) is not { } field)
        {
            return [PublishingProblems.CheckFieldUnknown(check).Of(check.Field)];
        }

        return
        [
            .. check.Message.IsEmpty ? [PublishingProblems.CheckMessageMissing(field).Of(check.Field)] : PublishingRules.TooLong(check.Message).Select(problem => problem.Of(check.Field)),
            .. FormConditionRules.OfCondition(document, company, field.Name, check.Must).Select(problem => problem.Of(check.Field)),
        ];
    }

    private static IEnumerable<PublishingProblem> OfLayout(WorkflowDocument document, FormLayout layout)
    {
        FormSection[] sections = [.. layout.Tabs.SelectMany(tab => tab.Sections)];
        FormRow[] rows = [.. sections.SelectMany(section => section.Rows)];
        string[] keys = [.. rows.SelectMany(row => row.Keys)];

        return
        [
            .. PublishingRules.TooLong([.. layout.Tabs.Select(tab => tab.Name), .. sections.Select(section => section.Name)]),
            .. layout.Tabs.Count > 1 && layout.Tabs.Any(tab => tab.Name.IsEmpty) ? [PublishingProblems.TabNameMissing()] : Array.Empty<PublishingProblem>(),
            .. rows.Where(row => row.Keys.Count > FormRow.MaxKeys).Select(row => PublishingProblems.RowTooWide(row).Of(row.Keys[0])),
            .. keys.Where(key => PublishingRules.Field(document, key) is null).Distinct(StringComparer.Ordinal).Select(key => PublishingProblems.LayoutFieldUnknown(key).Of(key)),
            .. FieldPublishingRules.Repeated(keys, key => key).Distinct(StringComparer.Ordinal).Select(key => PublishingProblems.PlacedTwice(key).Of(key)),
        ];
    }
}
