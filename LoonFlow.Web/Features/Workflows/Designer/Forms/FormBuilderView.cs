namespace LoonFlow.Web.Features.Workflows.Designer.Forms;

/// <summary>What the form builder shows.</summary>
public enum FormBuilderView
{
    /// <summary>The fields in their places, and one of them in hand.</summary>
    Fields,

    /// <summary>Fields by states: who may see and fill in what.</summary>
    Access,

    /// <summary>The form as people will see it.</summary>
    Preview,
}
