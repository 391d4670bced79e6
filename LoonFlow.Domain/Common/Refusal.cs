namespace LoonFlow.Domain.Common;

/// <summary>What kind of "no" a refusal is; decides the HTTP status where real ones are asked for.</summary>
public enum RefusalKind
{
    /// <summary>It does not exist, or the actor may not know that it does.</summary>
    NotFound,

    /// <summary>The actor may see it but may not do this.</summary>
    Forbidden,

    /// <summary>Something else happened first; look again and decide anew.</summary>
    Conflict,

    /// <summary>The request itself is wrong; its fields say where.</summary>
    Invalid,

    /// <summary>Who asks has not been proven.</summary>
    Unproven,

    /// <summary>Too much was asked at once; later it may be right.</summary>
    TooMany,
}

/// <summary>An expected "no": a stable code for programs, an English sentence for logs and API readers, and the fields at fault.</summary>
public sealed record Refusal(RefusalKind Kind, string Code, string Message)
{
    /// <summary>Values for the translated sentence, in the order of its placeholders.</summary>
    public IReadOnlyList<string> Arguments { get; init; } = [];

    /// <summary>Every field at fault, all at once.</summary>
    public IReadOnlyList<FieldProblem> Fields { get; init; } = [];

    public Refusal With(params string[] arguments) => this with { Arguments = arguments };

    /// <summary>Gives the reason behind it as the last of its arguments: by its code, so that it can be told in any language, and what it names.</summary>
    public Refusal Because(Refusal reason) => this with
    {
        Arguments = [.. Arguments, reason.Code, .. reason.Arguments, .. reason.Fields.Select(field => field.Arguments is [var name, ..] ? name : field.Key).Distinct()],
    };
}

/// <summary>What is wrong with one field: its key, a stable code, and an English sentence that says the cure.</summary>
public sealed record FieldProblem(string Key, string Code, string Message)
{
    /// <summary>Where in a table it is; null where it is the field as a whole.</summary>
    public CellPlace? Cell { get; init; }

    /// <summary>The designer's own words, said instead of the translated sentence.</summary>
    public Caption? Said { get; init; }

    /// <summary>Values for the translated sentence, in the order of its placeholders.</summary>
    public IReadOnlyList<string> Arguments { get; init; } = [];
}

/// <summary>One cell of a table: its row, counted from 1, its column's key and what people call the column.</summary>
public sealed record CellPlace(int Row, string Column, Caption Name);
