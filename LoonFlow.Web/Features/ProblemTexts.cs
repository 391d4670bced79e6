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
    public string Of(FieldProblem problem, FieldType? type = null)
    {
        var said = problem.Said is { IsEmpty: false } own ? own.ForReader() : Sentence(problem, type);

        return problem.Cell is { } cell ? texts["field.in_cell", cell.Row, cell.Name.ForReader(), said] : said;
    }

    /// <summary>What is wrong in a cell, said in the cell itself.</summary>
    public string InCell(FieldProblem problem, FieldType type) => Of(problem with { Cell = null }, type);

    private string Sentence(FieldProblem problem, FieldType? type) =>
        RefusalTexts.TextOf(texts, $"{problem.Code}.{type}", problem.Arguments) ?? RefusalTexts.TextOf(texts, problem.Code, problem.Arguments) ?? problem.Message;
}
