using System.Globalization;
using System.Resources;
using LoonFlow.Domain.Common;
using LoonFlow.Domain.Workflows.Canvas;
using LoonFlow.Web.Resources;
using Microsoft.Extensions.Localization;

namespace LoonFlow.Web.Features.Workflows.Designer.Canvas;

/// <summary>What new elements and the steps of editing are called.</summary>
internal static class CanvasNames
{
    private static readonly ResourceManager Texts = new(typeof(CanvasTexts));

    /// <summary>In the language of whoever draws, as the whole workflow will be until somebody gives it another.</summary>
    public static readonly CanvasWords Words = new(template => Text($"New{template}"), meaning => Text($"Way{meaning}"));

    public static string OfStep(CanvasEdit edit, IStringLocalizer<CanvasTexts> texts) => edit switch
    {
        CanvasEdit.Together { Edits: [CanvasEdit.AddState or CanvasEdit.AddBlock, ..] } together => OfStep(together.Edits[0], texts),
        CanvasEdit.Together { Edits: [.., var last] } => OfStep(last, texts),
        CanvasEdit.RenameTransition or CanvasEdit.WriteNote => texts["StepRenameState"],
        CanvasEdit.ShiftLine => texts["StepShiftState"],
        _ => texts[$"Step{edit.GetType().Name}"],
    };

    private static Caption Text(string key) => new(Texts.GetString(key, CultureInfo.CurrentUICulture)!);
}
