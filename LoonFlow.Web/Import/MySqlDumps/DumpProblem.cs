namespace LoonFlow.Web.Import.MySqlDumps;

internal sealed record DumpProblem(long Line, string? Table, string Reason);
