using LoonFlow.Web.Loonflow;

namespace LoonFlow.Web.Import;

/// <summary>Something in the dump that was not taken as it stands: where, why, and what was done instead.</summary>
internal sealed record ImportProblem(string Table, string Row, string Reason, string Done)
{
    public override string ToString() => SourceText.OneLine($"{Table} {Row}: {Reason}; {Done}.");
}
