using LoonFlow.Domain.Common;

namespace LoonFlow.Tests.Support;

/// <summary>Assertions about results, compared by the stable code.</summary>
internal static class Expect
{
    public static void Refused<T>(Refusal expected, Result<T> actual)
        where T : notnull =>
        Assert.Equal(expected.Code, actual.Refusal?.Code);

    public static void Accepted<T>(Result<T> actual)
        where T : notnull =>
        Assert.Null(actual.Refusal?.Code);

    /// <summary>What it gave.</summary>
    public static T Success<T>(Result<T> actual)
        where T : notnull
    {
        Accepted(actual);

        return actual.Value;
    }
}
