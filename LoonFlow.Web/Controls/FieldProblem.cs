namespace LoonFlow.Web.Controls;

/// <summary>One line of an <see cref="ErrorSummary"/>; without a field id it is said without a link.</summary>
public sealed record FieldProblem(string? FieldId, string Label, string Message);
