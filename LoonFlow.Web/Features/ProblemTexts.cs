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
        Find($"{problem.Code}.{type}", problem) ?? Find(problem.Code, problem) ?? problem.Message;

    private string? Find(string key, FieldProblem problem) =>
        texts[key, [.. problem.Arguments]] is { ResourceNotFound: false } text ? text.Value : null;
}
