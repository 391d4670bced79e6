using LoonFlow.Domain.Forms;
using LoonFlow.Domain.Workflows;
using LoonFlow.Web.Resources;
using Microsoft.Extensions.Localization;

namespace LoonFlow.Web.Features.Workflows.Designer.Forms;

/// <summary>Where a field is used, in words.</summary>
internal static class FieldUseTexts
{
    public static string Of(FieldUse use, WorkflowDocument document, IStringLocalizer<FormBuilderTexts> texts) => texts[$"Use{use.Kind}", NameOf(use, document)];

    private static string NameOf(FieldUse use, WorkflowDocument document) => use switch
    {
        { State: { } id } => document.States.FirstOrDefault(state => state.Id == id)?.Name.ForReader() ?? string.Empty,
        { Transition: { } id } => document.Transitions.FirstOrDefault(transition => transition.Id == id)?.Name.ForReader() ?? string.Empty,
        { Field: { } key } => document.Fields.FirstOrDefault(field => field.Key == key)?.Name.ForReader() ?? (key == BuiltInField.Title ? BuiltInField.TitleField.Name.ForReader() : key),
        _ => string.Empty,
    };
}
