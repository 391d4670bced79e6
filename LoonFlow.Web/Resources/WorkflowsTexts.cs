namespace LoonFlow.Web.Resources;

/// <summary>Marks the texts in WorkflowsTexts.resx.</summary>
public sealed class WorkflowsTexts;
