namespace LoonFlow.Web.Import.MySqlDumps;

/// <summary>The place reached in the dump, what reads on from there, and how to report and go on behind what cannot be read.</summary>
internal sealed class DumpCursor
{
    private readonly Action<DumpProblem> _report;

    public DumpCursor(Stream stream, Action<DumpProblem> report)
    {
        Bytes = new DumpBytes(stream);
        Gaps = new DumpGaps(Bytes);
        Tokens = new DumpTokens(Bytes, Gaps);
        _report = report;
    }

    public DumpBytes Bytes { get; }

    public DumpGaps Gaps { get; }

    public DumpTokens Tokens { get; }

    /// <summary>The table that the present statement is about.</summary>
    public string? Table { get; set; }

    public void Report(long line, string reason) => _report(new DumpProblem(line, Table, reason));

    public void SkipStatement(long line)
    {
        if (!Gaps.SkipStatement())
        {
            Report(line, "The dump is cut off inside this statement.");
        }
    }

    /// <summary>Always false, for the caller to return.</summary>
    public bool GiveUpStatement(long line, string reason)
    {
        Report(line, Bytes.Peek() == DumpBytes.End ? "The dump is cut off inside this statement." : reason);
        Gaps.SkipBrokenStatement();

        return false;
    }
}
