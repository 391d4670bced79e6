using LoonFlow.Domain.Common;

namespace LoonFlow.Domain.Forms;

/// <summary>Which values of a field's type are accepted. Null asks nothing.</summary>
/// <param name="Min">The least number.</param>
/// <param name="Max">The greatest number.</param>
/// <param name="MinLength">The fewest characters of a text.</param>
/// <param name="MaxLength">The most characters of a text.</param>
/// <param name="Pattern">A regular expression that the whole text matches; one without look-around and back references.</param>
/// <param name="PatternHint">What people read when it does not match; null says that the form is wrong.</param>
public sealed record ValueLimits(
    decimal? Min = null, decimal? Max = null, int? MinLength = null, int? MaxLength = null, string? Pattern = null, Caption? PatternHint = null)
{
    public const int MaxPatternLength = 500;

    public static readonly ValueLimits None = new();
}
