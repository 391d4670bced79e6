using LoonFlow.Domain.Forms;
using LoonFlow.Web.Features.Tickets.Forms;

namespace LoonFlow.Tests.Features.Tickets.Forms;

public sealed class FieldTextTests
{
    private static readonly TimeZoneInfo Shanghai = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");
    private static readonly TimeZoneInfo Berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");

    [Theory]
    [InlineData("12", 12)]
    [InlineData(" -3 ", -3)]
    [InlineData("+5", 5)]
    [InlineData("1,000", 1000)]
    [InlineData("１２", 12)]
    [InlineData("9223372036854775807", long.MaxValue)]
    public void Whole_numbers_are_read(string typed, long number) => Assert.Equal(new FieldValue.Integer(number), FieldText.Integer(typed));

    [Theory]
    [InlineData("abc")]
    [InlineData("1.5")]
    [InlineData("1e3")]
    [InlineData("0x10")]
    [InlineData("1 000")]
    [InlineData("9223372036854775808")]
    [InlineData("-")]
    public void What_is_no_whole_number_is_not_read(string typed) => Assert.Null(FieldText.Integer(typed));

    [Theory]
    [InlineData("12.5", "12.5")]
    [InlineData("12.50", "12.50")]
    [InlineData("1,250.75", "1250.75")]
    [InlineData("１２．５", "12.5")]
    [InlineData("12。5", "12.5")]
    [InlineData("-0.5", "-0.5")]
    public void Numbers_are_read(string typed, string number) =>
        Assert.Equal(new FieldValue.Decimal(decimal.Parse(number, System.Globalization.CultureInfo.InvariantCulture)), FieldText.Decimal(typed));

    [Theory]
    [InlineData("12,5")]
    [InlineData("1.000,5")]
    [InlineData("1,00,000")]
    [InlineData("12.")]
    [InlineData(".")]
    [InlineData("NaN")]
    [InlineData("99999999999999999999999999999999")]
    public void A_number_that_could_mean_two_things_is_not_guessed(string typed) => Assert.Null(FieldText.Decimal(typed));

    [Fact]
    public void The_readers_language_changes_nothing()
    {
        var before = System.Globalization.CultureInfo.CurrentCulture;
        System.Globalization.CultureInfo.CurrentCulture = new System.Globalization.CultureInfo("de-DE");

        try
        {
            Assert.Equal(new FieldValue.Decimal(12.5m), FieldText.Decimal("12.5"));
            Assert.Equal("12.5", FieldText.Show(new FieldValue.Decimal(12.5m), Shanghai));
        }
        finally
        {
            System.Globalization.CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void A_time_is_that_of_the_zones_clock()
    {
        var moment = FieldText.Moment("2026-03-09T09:00", Shanghai);

        Assert.Equal(new FieldValue.Moment(new DateTimeOffset(2026, 3, 9, 1, 0, 0, TimeSpan.Zero)), moment);
        Assert.Equal("2026-03-09T09:00", FieldText.Show(moment, Shanghai));
    }

    [Theory]
    [InlineData("2026-03-29T02:30")]
    [InlineData("2026-10-25T02:30")]
    public void An_hour_that_is_skipped_or_comes_twice_is_some_moment(string typed) => Assert.NotNull(FieldText.Moment(typed, Berlin));

    [Theory]
    [InlineData("")]
    [InlineData("tomorrow")]
    [InlineData("2026-02-30T10:00")]
    [InlineData("0001-01-01T00:00")]
    [InlineData("9999-12-31T23:59")]
    public void What_is_no_moment_is_not_read(string typed) => Assert.Null(FieldText.Moment(typed, Shanghai));

    [Fact]
    public void A_date_is_read_as_browsers_write_it()
    {
        Assert.Equal(new FieldValue.Date(new DateOnly(2026, 2, 28)), FieldText.Date("2026-02-28"));
        Assert.Null(FieldText.Date("28.02.2026"));
    }
}
