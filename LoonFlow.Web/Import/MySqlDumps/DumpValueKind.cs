namespace LoonFlow.Web.Import.MySqlDumps;

internal enum DumpValueKind
{
    Null,
    Text,
    Number,
    Bytes,
    Bits,
}
