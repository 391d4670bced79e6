namespace LoonFlow.Web.Features.Workflows.Designer;

/// <summary>What of a workflow is designed; its name in lower case is the last part of the address.</summary>
public enum DesignerTab
{
    Flow,
    Form,
    Settings,
    Try,
    Versions,
}
