using System.Text.Json;
using LoonFlow.Domain.Common;

namespace LoonFlow.Web.Loonflow;

/// <summary>What a caller sends in loonflow's shape. Nothing is mended: every note is a problem of the member that it is about.</summary>
internal sealed class RequestRecord(JsonElement members) : LoonflowRecord
{
    /// <summary>More than any form or list of choices that people work with.</summary>
    private const int LongestMember = 100_000;

    /// <summary>Enough to mend; the next try hears of more.</summary>
    private const int MostProblems = 50;

    private readonly List<FieldProblem> _problems = [];

    public IReadOnlyList<FieldProblem> Problems => _problems;

    protected override string Unnamed => string.Empty;

    public override bool Has(string member) => members.TryGetProperty(member, out _);

    public override void Note(string member, string reason, string done) => Add(member, $"{char.ToUpperInvariant(reason[0])}{reason[1..]}.");

    /// <summary>Whoever calls asks for it as it is here.</summary>
    public override void Remark(string reason, string done)
    {
    }

    /// <summary>A member without which nothing can be made of the rest.</summary>
    public void Require(string member)
    {
        if (IsBlank(member))
        {
            Add(member, $"“{member}” is missing.");
        }
    }

    /// <summary>Free JSON, which callers would otherwise not get back.</summary>
    public void MustBeJson(string member) => Json(member, JsonValueKind.Object, JsonValueKind.Array);

    protected override string? Written(string member)
    {
        if (!members.TryGetProperty(member, out var value) || value.ValueKind is JsonValueKind.Null)
        {
            return null;
        }

        // Some callers send the object itself where loonflow takes it as text.
        var text = SourceJson.Text(value) ?? value.GetRawText();

        if (text.Length > LongestMember)
        {
            Add(member, $"{member} has {text.Length} characters and may have {LongestMember}.");

            return null;
        }

        return string.IsNullOrWhiteSpace(text) ? null : text;
    }

    private void Add(string member, string message)
    {
        if (_problems.Count < MostProblems && !_problems.Exists(problem => problem.Key == member && problem.Message == message))
        {
            _problems.Add(new FieldProblem(member, "workflow.member_wrong", message));
        }
    }
}
