using LoonFlow.Domain.Workflows.Changes;

namespace LoonFlow.Tests.Domain.Workflows.Changes;

public sealed class DocumentPartsTests
{
    public static TheoryData<Type> Records => [.. DocumentParts.Members.Keys];

    /// <summary>Whoever adds a property to one of these records adds a line to its table, or comparing and merging would lose it.</summary>
    [Theory]
    [MemberData(nameof(Records))]
    public void Every_property_is_compared_and_merged(Type record)
    {
        var listed = DocumentParts.Members[record].Select(code => Pascal(code[(code.IndexOf('.', StringComparison.Ordinal) + 1)..]));

        Assert.Equal(
            record.GetProperties().Where(property => property.CanWrite).Select(property => property.Name).Order(StringComparer.Ordinal),
            listed.Distinct().Order(StringComparer.Ordinal));
    }

    private static string Pascal(string code) => char.ToUpperInvariant(code[0]) + code[1..];
}
