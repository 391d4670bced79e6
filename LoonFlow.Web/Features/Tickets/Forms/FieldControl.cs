using LoonFlow.Domain.Forms;
using LoonFlow.Domain.Organization;
using LoonFlow.Web.Controls;
using Microsoft.AspNetCore.Components;

namespace LoonFlow.Web.Features.Tickets.Forms;

/// <summary>What every control of a form is given; it says what was filled in and keeps nothing itself.</summary>
public abstract class FieldControl : ComponentBase
{
    [Parameter, EditorRequired]
    public required FormField Field { get; set; }

    [Parameter, EditorRequired]
    public required FieldInput Input { get; set; }

    [Parameter, EditorRequired]
    public required FieldIds Ids { get; set; }

    [Parameter, EditorRequired]
    public required Company Company { get; set; }

    [Parameter, EditorRequired]
    public EventCallback<FieldInput> OnInput { get; set; }

    /// <summary>Where the control shows an example while it is empty.</summary>
    protected string? Placeholder => Field.Placeholder.IsEmpty ? null : Field.Placeholder.ForReader();

    protected Task FillAsync(FieldValue? value) => OnInput.InvokeAsync(FieldInput.Of(value));
}
