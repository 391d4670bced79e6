namespace LoonFlow.Web.Features.Workflows.Exchange;

/// <summary>What is wrong with a file, and where in it.</summary>
/// <param name="Code">Words it: <c>Problem.{code}</c> in the texts.</param>
/// <param name="Place">A path or a line; empty for the whole.</param>
/// <param name="Argument">What the words name.</param>
public sealed record ExchangeProblem(string Code, string Place = "", string Argument = "");

/// <summary>Something that a file names and this installation does not know.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Name">What the file calls it.</param>
/// <param name="Places">Where the file names it.</param>
public sealed record UnknownReference(ReferenceKind Kind, string Name, IReadOnlyList<string> Places)
{
    /// <summary>Scripts and secrets stay named as they are; they are uploaded and entered later.</summary>
    public bool IsMapped => Kind is not (ReferenceKind.Script or ReferenceKind.Secret);
}
