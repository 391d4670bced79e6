using LoonFlow.Domain.Forms;
using LoonFlow.Domain.Workflows;
using LoonFlow.Web.Resources;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace LoonFlow.Web.Features.Workflows.Designer.Forms;

/// <summary>What every part of a field's panel is given, and how it edits the field.</summary>
public abstract class FieldPart : ComponentBase
{
    [Parameter, EditorRequired]
    public required DesignerSession Session { get; set; }

    [Parameter, EditorRequired]
    public required FormField Field { get; set; }

    [Inject]
    public required IStringLocalizer<FormBuilderTexts> Texts { get; init; }

    protected string Id(string part) => $"field-{Field.Id.Value}-{part}";

    /// <summary>Edits the field as one step; edits of the same part that follow each other are one.</summary>
    protected void Change(string part, Func<FormField, FormField> change)
    {
        var key = Field.Key;
        Session.Edit(Texts["StepChange", Field.Name.ForReader()], document => FieldEdits.Change(document, key, change), $"{key}.{part}");
    }
}
