namespace LoonFlow.Tests.Architecture;

/// <summary>Fails with every offender on a line of its own; the assertions of xUnit cut lists short.</summary>
internal static class Offenders
{
    public static void None<T>(IEnumerable<T> found)
    {
        var all = found.Select(offender => offender?.ToString()).Distinct().Order(StringComparer.Ordinal).ToArray();

        Assert.True(all.Length == 0, string.Join(Environment.NewLine, all.Prepend($"{all.Length} to mend:")));
    }
}
