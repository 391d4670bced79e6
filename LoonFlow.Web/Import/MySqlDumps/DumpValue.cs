namespace LoonFlow.Web.Import.MySqlDumps;

/// <summary>A literal as the dump wrote it: text without quotes, numbers as written, bytes as hex digits, bits as 0 and 1.</summary>
internal readonly record struct DumpValue(DumpValueKind Kind, string? Text)
{
    public static readonly DumpValue Null = new(DumpValueKind.Null, null);

    public bool IsNull => Kind == DumpValueKind.Null;

    public override string ToString() => Text ?? "NULL";
}
