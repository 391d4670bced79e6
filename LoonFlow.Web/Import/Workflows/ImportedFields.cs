using LoonFlow.Domain.Forms;
using LoonFlow.Web.Loonflow;

namespace LoonFlow.Web.Import.Workflows;

/// <summary>The fields of one workflow.</summary>
internal static class ImportedFields
{
    public static IReadOnlyList<FormField> Read(IEnumerable<SourceRow> rows, ImportedIds ids)
    {
        var fields = new List<FormField>();

        foreach (var row in rows)
        {
            // A key cut short would be another key.
            var key = row.Text(FieldReading.Key, int.MaxValue);

            if (key.Length is 0 or > FormField.MaxKeyLength)
            {
                row.Skip(key.Length == 0 ? "it has no key" : $"its key has {key.Length} characters and may have {FormField.MaxKeyLength}");
            }
            else if (fields.Any(field => field.Key == key))
            {
                row.Skip($"the workflow has another field with the key “{key}”");
            }
            else
            {
                fields.Add(FieldReading.Read(row, new FieldId(ids.Accept(row)), key, before: null));
            }
        }

        return fields;
    }
}
