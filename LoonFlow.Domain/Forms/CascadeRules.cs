namespace LoonFlow.Domain.Forms;

/// <summary>Which choices a field offers beside what is chosen in the field that it cascades from.</summary>
public static class CascadeRules
{
    /// <summary>The choices that are offered now, in order.</summary>
    public static IReadOnlyList<Choice> Offered(FormField field, Func<string, FieldValue?> valueOf)
    {
        if (field.CascadesFrom is not { } parent)
        {
            return field.Choices;
        }

        var chosen = Chosen(valueOf(parent));

        return [.. field.Choices.Where(choice => choice.Under is [] || choice.Under.Any(chosen.Contains))];
    }

    /// <summary>What of a value may stay; null when nothing may.</summary>
    public static FieldValue? Kept(FormField field, FieldValue? value, Func<string, FieldValue?> valueOf)
    {
        if (field.CascadesFrom is null || !field.TakesChoices)
        {
            return value;
        }

        var offered = Offered(field, valueOf).Select(choice => choice.Key).ToHashSet(StringComparer.Ordinal);

        return value switch
        {
            FieldValue.Text text when !offered.Contains(text.Value) => null,
            FieldValue.Texts texts when texts.Values.Any(key => !offered.Contains(key)) => new FieldValue.Texts([.. texts.Values.Where(offered.Contains)]),
            _ => value,
        };
    }

    internal static IReadOnlyList<string> Chosen(FieldValue? value) => value switch
    {
        FieldValue.Text text => [text.Value],
        FieldValue.Texts texts => texts.Values,
        _ => [],
    };
}
