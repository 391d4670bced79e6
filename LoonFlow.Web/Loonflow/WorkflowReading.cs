using System.Text.Json;
using LoonFlow.Domain.Common;
using LoonFlow.Domain.Workflows;

namespace LoonFlow.Web.Loonflow;

/// <summary>What a workflow says of itself.</summary>
internal static class WorkflowReading
{
    private const string Shown = "display_form_str";

    /// <param name="row">The workflow.</param>
    /// <param name="keys">The fields that it may name; null takes any, because they may come later.</param>
    /// <param name="references">What its ids and names mean here.</param>
    /// <param name="before">The document to change; what loonflow has no words for stays.</param>
    public static WorkflowDocument Read(LoonflowRecord row, IReadOnlySet<string>? keys, ILoonflowReferences references, WorkflowDocument before) => before with
    {
        Name = Kept.Caption(row.Name("name", Caption.MaxLength), before.Name),
        Description = Kept.Caption(row.Text("description", Caption.MaxLength), before.Description),
        DisplayFields = DisplayFields(row, keys),
        Limits = LimitReading.Read(row, references, before.Limits),
    };

    /// <summary>Whether everybody may view its tickets.</summary>
    public static bool IsOpenToAll(LoonflowRecord row) => !row.Flag("view_permission_check", otherwise: true);

    private static IReadOnlyList<string> DisplayFields(LoonflowRecord row, IReadOnlySet<string>? keys)
    {
        var shown = new List<string>();

        foreach (var item in row.Json(Shown, JsonValueKind.Array)?.EnumerateArray() ?? default)
        {
            if (SourceJson.Text(item)?.Trim() is { Length: > 0 } key && keys?.Contains(key) is not false)
            {
                shown.Add(key);
            }
            else
            {
                row.Note(Shown, $"its display form names the unknown field “{SourceText.Cut(SourceJson.Text(item) ?? item.GetRawText(), 50)}”", "the name was left out");
            }
        }

        return [.. shown.Distinct(StringComparer.Ordinal)];
    }
}
