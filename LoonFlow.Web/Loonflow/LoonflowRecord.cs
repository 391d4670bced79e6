using System.Globalization;
using System.Text.Json;

namespace LoonFlow.Web.Loonflow;

/// <summary>
/// One record of loonflow by the names of its members: a row of a dump, or what a caller sends. Where something cannot be
/// taken as it stands, whoever reads it says what was done instead; the import lists that and goes on, a caller is refused.
/// </summary>
internal abstract class LoonflowRecord
{
    /// <summary>What the record is called when it has no name.</summary>
    protected abstract string Unnamed { get; }

    public abstract bool Has(string member);

    /// <summary>A member cannot be taken as it stands.</summary>
    public abstract void Note(string member, string reason, string done);

    /// <summary>It is taken, but means something else here than it did there.</summary>
    public abstract void Remark(string reason, string done);

    public bool IsBlank(string member) => string.IsNullOrWhiteSpace(Written(member));

    /// <summary>A text that is stored in so many characters.</summary>
    public string Text(string member, int longest)
    {
        var written = Written(member) ?? string.Empty;
        var text = SourceText.Clean(written).Trim();

        if (written.Contains('\0', StringComparison.Ordinal))
        {
            Note(member, $"{member} holds NUL characters", "they were left out");
        }

        if (text.Length <= longest)
        {
            return text;
        }

        Note(member, $"{member} has {text.Length} characters and may have {longest}", "it was cut");

        return SourceText.Cut(text, longest);
    }

    /// <summary>A text that people know the record by.</summary>
    public string Name(string member, int longest)
    {
        var name = Text(member, longest);

        if (name.Length > 0)
        {
            return name;
        }

        Note(member, $"{member} is empty", $"it is called {Unnamed}");

        return Unnamed;
    }

    public long Number(string member, long otherwise = 0)
    {
        if (Written(member) is not { } written)
        {
            return otherwise;
        }

        if (long.TryParse(written, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
        {
            return number;
        }

        Note(member, $"{member} “{SourceText.Cut(written, 50)}” is not a number", $"it was taken as {otherwise}");

        return otherwise;
    }

    public int Order(string member) => (int)Math.Clamp(Number(member), int.MinValue, int.MaxValue);

    public bool Flag(string member, bool otherwise) => Number(member, otherwise ? 1 : 0) != 0;

    /// <summary>What a member holds as JSON, when it is of the kind that is expected there; null when it is empty or unreadable.</summary>
    public JsonElement? Json(string member, params JsonValueKind[] expected)
    {
        if (IsBlank(member))
        {
            return null;
        }

        if (SourceJson.TryRead(SourceText.Clean(Written(member)!), out var json) && expected.Contains(json.ValueKind))
        {
            return json;
        }

        if (json.ValueKind is not JsonValueKind.Null)
        {
            Note(member, $"{member} is not the JSON that belongs there", "it was left out");
        }

        return null;
    }

    /// <summary>Free JSON that callers keep here; loonflow's empty object is nothing.</summary>
    public string Label(string member, int longest) => Text(member, longest) is var label && label is "{}" ? string.Empty : label;

    /// <summary>What stands there; null when nothing does.</summary>
    protected abstract string? Written(string member);
}
