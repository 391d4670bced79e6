using LoonFlow.Domain.Conditions;
using LoonFlow.Domain.Forms;

namespace LoonFlow.Domain.Workflows;

/// <summary>What must hold for the fields that a workflow asks for.</summary>
internal static class FieldPublishingRules
{
    public static IEnumerable<PublishingProblem> Problems(WorkflowDocument document) =>
    [
        .. document.Fields.Repeated(field => field.Id).Select(PublishingProblems.DuplicateField),
        .. document.Fields.Where(field => field.Key.Length > 0).Repeated(field => field.Key).Select(PublishingProblems.DuplicateKey),
        .. document.Fields.SelectMany(OfField),
    ];

    /// <summary>All but the first of those with the same key.</summary>
    internal static IEnumerable<T> Repeated<T, TKey>(this IEnumerable<T> all, Func<T, TKey> key) => all.GroupBy(key).SelectMany(same => same.Skip(1));

    private static IEnumerable<PublishingProblem> OfField(FormField field)
    {
        foreach (var problem in OfKey(field).Concat(OfBody(field)).Concat(field.Type is FieldType.Table ? OfColumns(field) : []))
        {
            yield return problem;
        }
    }

    private static IEnumerable<PublishingProblem> OfColumns(FormField table)
    {
        if (table.Columns.Count is 0 or > FormRules.MaxColumns)
        {
            yield return PublishingProblems.TableWithoutColumns(table);
        }

        foreach (var column in table.Columns.Where(column => column.Key.Length > 0).Repeated(column => column.Key))
        {
            yield return PublishingProblems.ColumnDuplicate(table, column.Key);
        }

        foreach (var column in table.Columns.Where(column => column.Type is FieldType.Table or FieldType.Attachment))
        {
            yield return PublishingProblems.ColumnTypeNotHere(table, column);
        }

        // A column's key stands beside those of its row only, so it may be one that callers know for something else.
        foreach (var problem in table.Columns.SelectMany(column => OfKey(column).Where(problem => problem.Code != PublishingProblems.KeyReserved(column).Code).Concat(OfBody(column))))
        {
            yield return problem.Of(table.Key);
        }
    }

    private static IEnumerable<PublishingProblem> OfBody(FormField field)
    {
        if (field.Name.IsEmpty)
        {
            yield return PublishingProblems.FieldNameMissing(field);
        }

        if (!Enum.IsDefined(field.Type))
        {
            yield return PublishingProblems.UnknownSetting("type of field", field.Type.ToString()).Of(field.Key);
        }

        foreach (var problem in PublishingRules.TooLong(field.Name, field.TrueCaption, field.FalseCaption, field.Placeholder, field.Limits.PatternHint))
        {
            yield return problem.Of(field.Key);
        }

        foreach (var problem in field.TakesChoices ? OfChoices(field) : [])
        {
            yield return problem;
        }
    }

    private static PublishingProblem[] OfKey(FormField field) => field.Key switch
    {
        "" => [PublishingProblems.KeyMissing(field)],
        _ when !IsKey(field.Key) => [PublishingProblems.KeyMalformed(field)],
        _ when BuiltInField.ReservedKeys.Contains(field.Key) => [PublishingProblems.KeyReserved(field)],
        _ => [],
    };

    /// <summary>Whether conditions can speak of it without braces.</summary>
    internal static bool IsKey(string key) =>
        key.Length <= FormField.MaxKeyLength
        && ConditionLexer.IsWordStart(key[0])
        && key.All(character => ConditionLexer.IsWordStart(character) || char.IsDigit(character));

    private static IEnumerable<PublishingProblem> OfChoices(FormField field)
    {
        if (field.Choices.Count == 0)
        {
            yield return PublishingProblems.ChoicesMissing(field);
        }

        if (field.Choices.Any(choice => string.IsNullOrWhiteSpace(choice.Key)))
        {
            yield return PublishingProblems.ChoiceKeyMissing(field);
        }

        foreach (var choice in field.Choices.Where(choice => !string.IsNullOrWhiteSpace(choice.Key)).Repeated(choice => choice.Key))
        {
            yield return PublishingProblems.ChoiceDuplicate(field, choice.Key);
        }

        foreach (var choice in field.Choices.Where(choice => choice.Name.IsEmpty))
        {
            yield return PublishingProblems.ChoiceNameMissing(field, choice.Key);
        }

        foreach (var problem in PublishingRules.TooLong(field.Choices.Select(choice => choice.Name)))
        {
            yield return problem.Of(field.Key);
        }
    }
}
