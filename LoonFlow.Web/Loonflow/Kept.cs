using LoonFlow.Domain.Common;

namespace LoonFlow.Web.Loonflow;

/// <summary>What was read and is sent back unchanged stays as it is, with all that loonflow has no words for.</summary>
internal static class Kept
{
    /// <summary>The caption as it was, with its English text, unless the text is another one.</summary>
    public static Caption Caption(string text, Caption? before) => before is not null && before.Text == text ? before : new Caption(text);
}
