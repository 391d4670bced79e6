namespace LoonFlow.Web.Data.Rows;

/// <summary>What someone typed into a form but did not send yet; restored after a lost connection, a restart or on another device.</summary>
public sealed class FormDraft
{
    public required long UserId { get; init; }

    /// <summary>Which form: "new:{workflow}" or "ticket:{ticket}".</summary>
    public required string Form { get; init; }

    /// <summary>The typed values, as JSON.</summary>
    public required string Content { get; set; }

    public DateTimeOffset ChangedAt { get; set; }
}
