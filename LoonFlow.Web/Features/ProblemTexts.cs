using LoonFlow.Domain.Common;
using LoonFlow.Domain.Forms;
using LoonFlow.Web.Resources;
using Microsoft.Extensions.Localization;

namespace LoonFlow.Web.Features;

/// <summary>
/// What is wrong with a field in the reader's language. The sentence stands at the field or behind its name, so it does
/// not repeat the name. A code may have a sentence for one type of field: "field.wrong_type.Integer".
/// </summary>
public sealed class ProblemTexts(IStringLocalizer<Refusals> texts)
{
    public string Of(FieldProblem problem, FieldType? type = null) =>
        RefusalTexts.TextOf(texts, $"{problem.Code}.{type}", problem.Arguments) ?? RefusalTexts.TextOf(texts, problem.Code, problem.Arguments) ?? problem.Message;
}
