using System.Text.Json.Nodes;
using LoonFlow.Domain.Forms;

namespace LoonFlow.Web.Loonflow;

/// <summary>A field as loonflow writes it.</summary>
internal static class FieldWriting
{
    /// <summary>What may be chosen: key and name.</summary>
    public static JsonObject Choices(FormField field) =>
        new(field.Choices.DistinctBy(choice => choice.Key).Select(choice => KeyValuePair.Create(choice.Key, (JsonNode?)choice.Name.Text)));

    /// <summary>How yes and no read.</summary>
    public static JsonObject Booleans(FormField field)
    {
        var written = new JsonObject();

        if (field.TrueCaption is { } yes)
        {
            written["1"] = yes.Text;
        }

        if (field.FalseCaption is { } no)
        {
            written["0"] = no.Text;
        }

        return written;
    }
}
