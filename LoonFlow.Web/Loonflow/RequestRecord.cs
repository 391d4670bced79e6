using System.Text.Json;
using LoonFlow.Domain.Common;

namespace LoonFlow.Web.Loonflow;

/// <summary>What a caller sends in loonflow's shape. Nothing is mended: every note is a problem of the member that it is about.</summary>
internal sealed class RequestRecord(JsonElement members) : LoonflowRecord
{
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

    private void Add(string member, string message)
    {
        if (!_problems.Exists(problem => problem.Key == member && problem.Message == message))
        {
            _problems.Add(new FieldProblem(member, "workflow.member_wrong", message));
        }
    }

    protected override string? Written(string member) =>
        !members.TryGetProperty(member, out var value) || value.ValueKind is JsonValueKind.Null ? null
        : (SourceJson.Text(value) ?? value.GetRawText()) is var text && string.IsNullOrWhiteSpace(text) ? null
        : text;
}
