using LoonFlow.Domain.Forms;

namespace LoonFlow.Domain.Notifications;

/// <summary>What may stand in braces in a notice's words beside the keys of fields (spec B.23).</summary>
public static class NoticePlaceholder
{
    /// <summary>Who did it.</summary>
    public const string Actor = "actor";

    /// <summary>What they wrote.</summary>
    public const string Comment = "comment";

    /// <summary>The name of the transition that they took.</summary>
    public const string Transition = "transition";

    public static readonly IReadOnlySet<string> All =
        new HashSet<string>([Actor, Comment, Transition, .. BuiltInField.Positions.Keys], StringComparer.Ordinal);
}
