using LoonFlow.Domain.Common;
using LoonFlow.Domain.Forms;
using LoonFlow.Web.Data.Json;
using LoonFlow.Web.Import.Tickets;

namespace LoonFlow.Tests.Import;

/// <summary>Texts of loonflow as values of fields, and the snapshots of its history.</summary>
public sealed class TicketValuesTests
{
    private static readonly TimeZoneInfo Shanghai = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");

    private static readonly Dictionary<string, FormField> Fields = new[]
    {
        ("days", FieldType.Integer), ("sum", FieldType.Decimal), ("why", FieldType.Text), ("who", FieldType.Users), ("from", FieldType.DateTime), ("sure", FieldType.Boolean),
    }.ToDictionary(pair => pair.Item1, pair => new FormField { Id = new FieldId(1), Key = pair.Item1, Name = new Caption(pair.Item1), Type = pair.Item2 });

    [Theory]
    [InlineData(FieldType.Text, " as it stands ", "\" as it stands \"")]
    [InlineData(FieldType.Integer, "42", "42")]
    [InlineData(FieldType.Integer, "3.0", "3")]
    [InlineData(FieldType.Integer, "3.5", "null")]
    [InlineData(FieldType.Integer, "many", "null")]
    [InlineData(FieldType.Decimal, "1e-05", """{"decimal":0.00001}""")]
    [InlineData(FieldType.Decimal, "1,5", "null")]
    [InlineData(FieldType.Boolean, "True", "true")]
    [InlineData(FieldType.Boolean, "0", "false")]
    [InlineData(FieldType.Boolean, "maybe", "null")]
    [InlineData(FieldType.Date, "2020-02-29", """{"date":"2020-02-29"}""")]
    [InlineData(FieldType.Date, "2020-02-30", "null")]
    [InlineData(FieldType.DateTime, "2020-03-01 09:00:00", """{"moment":"2020-03-01T01:00:00+00:00"}""")]
    [InlineData(FieldType.DateTime, "2020-03-01T09:00:00.5", """{"moment":"2020-03-01T01:00:00.5+00:00"}""")]
    [InlineData(FieldType.Select, " 1 ", "\"1\"")]
    [InlineData(FieldType.Checkbox, "1, 2，3,", """["1","2","3"]""")]
    [InlineData(FieldType.Users, "ann,bob", """["ann","bob"]""")]
    [InlineData(FieldType.Attachment, "http://files/x.pdf", "\"http://files/x.pdf\"")]
    public void A_text_is_read_by_the_type_of_its_field(FieldType type, string text, string expected)
    {
        var value = ValueReading.Typed(type, text, Shanghai);

        Assert.Equal(expected, value is null ? "null" : DomainJson.Write(value));
    }

    [Theory]
    [InlineData("""{"days": 3, "why": "x", "other": [1, {"a": 2}], "sum": "1.5", "who": ["ann", "bob"]}""", """{"days":3,"sum":{"decimal":1.5},"who":["ann","bob"],"why":"x"}""", true)]
    [InlineData("""{"days": "None", "why": null, "sum": "", "sure": "False"}""", """{"sure":false}""", true)]
    [InlineData("""{"why": "new", "days": 3, "su""", """{"days":3,"sum":{"decimal":9},"why":"new"}""", false)]
    [InlineData("""{"days": 3, "why": "cut off in the mid""", """{"days":3,"sum":{"decimal":9},"why":"old"}""", false)]
    [InlineData("""{"days": 12""", """{"sum":{"decimal":9},"why":"old"}""", false)]
    [InlineData("""{"days": 3, "sum": NaN, "why": "x"}""", """{"days":3,"sum":{"decimal":9},"why":"old"}""", false)]
    [InlineData("""{"why": "\ud800", "days": 3}""", """{"sum":{"decimal":9},"why":"old"}""", false)]
    [InlineData("{'days': 3}", """{"sum":{"decimal":9},"why":"old"}""", false)]
    [InlineData("[1, 2]", """{"sum":{"decimal":9},"why":"old"}""", false)]
    public void A_snapshot_is_read_as_far_as_it_goes_and_what_it_does_not_reach_stays(string text, string expected, bool isWhole)
    {
        var before = FieldValues.Of(("why", new FieldValue.Text("old")), ("sum", new FieldValue.Decimal(9)));

        var snapshot = SnapshotReading.Read(text, before, Fields, Shanghai)!;

        Assert.Equal((expected, isWhole), (DomainJson.Write(snapshot.Values), snapshot.IsWhole));
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("{}")]
    public void Where_loonflow_wrote_no_snapshot_nothing_is_known(string text) => Assert.Null(SnapshotReading.Read(text, FieldValues.None, Fields, Shanghai));

    [Fact]
    public void Serials_are_counted_per_day_and_only_of_the_latest_days()
    {
        var days = new SerialDays();

        foreach (var serial in Enumerable.Range(1, 28).Select(day => $"oa_202002{day:D2}0005").Concat(["x_202002280012", "ops_202002281", "odd", "", "oa_20200299", "a_99999999999999999999", null]))
        {
            days.Note(serial);
        }

        Assert.Equal(7, days.Days.Count);
        Assert.Equal(12, days.Days[new DateOnly(2020, 2, 28)]);
    }
}
