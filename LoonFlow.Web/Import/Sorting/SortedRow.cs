namespace LoonFlow.Web.Import.Sorting;

/// <summary>A row in its place. The bytes are good until the next one is asked for.</summary>
internal readonly record struct SortedRow(RowKey Key, ReadOnlyMemory<byte> Bytes);
