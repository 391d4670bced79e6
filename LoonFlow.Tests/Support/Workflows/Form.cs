using LoonFlow.Domain.Forms;

namespace LoonFlow.Tests.Support.Workflows;

/// <summary>What somebody sends with a form.</summary>
internal static class Form
{
    public static FieldChanges Titled(string title) => With(title);

    public static FieldChanges With(string? title, params (string Key, FieldValue? Value)[] values) =>
        new(title, values.ToDictionary(pair => pair.Key, pair => pair.Value, StringComparer.Ordinal));

    public static FieldChanges With(params (string Key, FieldValue? Value)[] values) => With(null, values);

    public static FieldChanges Texts(params (string Key, string Text)[] values) =>
        With(null, [.. values.Select(pair => (pair.Key, (FieldValue?)new FieldValue.Text(pair.Text)))]);
}
