namespace LoonFlow.Domain.Forms;

/// <summary>What one field of one ticket holds. "Nothing" is the absence of a value, never an empty one.</summary>
public abstract record FieldValue
{
    private FieldValue()
    {
    }

    /// <summary>Text, one choice's key, or one person's user name.</summary>
    public sealed record Text(string Value) : FieldValue;

    public sealed record Integer(long Value) : FieldValue;

    public sealed record Decimal(decimal Value) : FieldValue;

    public sealed record Boolean(bool Value) : FieldValue;

    public sealed record Date(DateOnly Value) : FieldValue;

    /// <summary>A moment, in UTC.</summary>
    public sealed record Moment(DateTimeOffset Value) : FieldValue;

    /// <summary>Several choices' keys or several people's user names, in the order given.</summary>
    public sealed record Texts(IReadOnlyList<string> Values) : FieldValue
    {
        public bool Equals(Texts? other) => other is not null && Values.SequenceEqual(other.Values);

        public override int GetHashCode() => Values.Count;
    }

    /// <summary>Uploaded files; their contents are kept by the file store.</summary>
    public sealed record Files(IReadOnlyList<AttachedFile> Values) : FieldValue
    {
        public bool Equals(Files? other) => other is not null && Values.SequenceEqual(other.Values);

        public override int GetHashCode() => Values.Count;
    }

    /// <summary>The rows of a table, each with its values by column key.</summary>
    public sealed record Rows(IReadOnlyList<FieldValues> Values) : FieldValue
    {
        public bool Equals(Rows? other) => other is not null && Values.SequenceEqual(other.Values);

        public override int GetHashCode() => Values.Count;
    }

    /// <summary>Whether this says nothing: blank text, an empty list or a table without rows (spec B.1: counts as missing).</summary>
    public bool IsEmpty => this switch
    {
        Text text => string.IsNullOrWhiteSpace(text.Value),
        Texts texts => texts.Values.Count == 0,
        Files files => files.Values.Count == 0,
        Rows rows => rows.Values.Count == 0,
        _ => false,
    };
}

/// <summary>Names one uploaded file.</summary>
public readonly record struct FileId(Guid Value);

/// <summary>One uploaded file as a field refers to it. Size in bytes.</summary>
public sealed record AttachedFile(FileId Id, string Name, long Size);
