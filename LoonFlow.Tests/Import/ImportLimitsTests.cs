using System.Globalization;
using LoonFlow.Domain.Workflows;
using LoonFlow.Tests.Support;
using LoonFlow.Web.Import;

namespace LoonFlow.Tests.Import;

public sealed class ImportLimitsTests : IAsyncLifetime
{
    private TestApp _app = null!;

    public async Task InitializeAsync() => _app = await TestApp.StartEmptyAsync();

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Theory]
    [InlineData("", "", "")]
    [InlineData("{}", "", "")]
    [InlineData("""{"period": 24, "count": 3, "level": 1}""", "3 in 24 PerPerson", "")]
    [InlineData("""{"period": "0.5", "count": "3", "level": "1"}""", "3 in 0.5 PerPerson", "")]
    [InlineData("""{"period": 24, "count": 3, "level": 2}""", "3 in 24 Everyone", "it limits all people together, which loonflow never did")]
    [InlineData("""{"period": 24, "count": 3}""", "3 in 24 PerPerson", "it limits tickets but does not say for whom, and loonflow did not limit them")]
    [InlineData("""{"period": 24, "count": 3, "level": 3}""", "3 in 24 PerPerson", "there is no level 3 of limits")]
    [InlineData("""{"period": 24, "level": 1}""", "", "it limits tickets in 24 hours but names no number")]
    [InlineData("""{"count": 3, "level": 1}""", "", "it limits tickets to 3 but names no period")]
    [InlineData("""{"level": 1}""", "", "it limits tickets but names neither number nor period")]
    [InlineData("""{"period": 24, "count": 0, "level": 1}""", "", "its limit of “0” tickets in “24” hours has no meaning")]
    [InlineData("""{"period": -1, "count": "many"}""", "", "its limit of “many” tickets in “-1” hours has no meaning")]
    [InlineData("""{"allow_persons": "ann, bob"}""", "people 1 2", "")]
    [InlineData("""{"allow_persons": "ann,gone"}""", "people 1", "the person “gone” who may file is unknown or deleted")]
    [InlineData("""{"allow_persons": "gone"}""", "people", "the person “gone” who may file is unknown or deleted|no person is left who may file")]
    [InlineData("""{"allow_persons": "", "allow_depts": "1", "allow_roles": [1]}""", "departments 1 roles 1", "")]
    [InlineData("""{"allow_roles": 7, "unheard_of": true}""", "roles", "the role “7” who may file is unknown or deleted|no role is left who may file")]
    public async Task Limits_are_taken_as_they_were_meant_and_what_was_mended_is_listed(string written, string expected, string problems)
    {
        var report = await _app.ImportAsync(
            SmallDump.People
            + "INSERT INTO workflow_workflow (id, name, description, limit_expression, is_deleted, view_permission_check) VALUES (1, 'Loan', '', '" + written.Replace("\"", "\\\"", StringComparison.Ordinal) + "', 0, 1);\n"
            + SmallDump.Fields + SmallDump.States + SmallDump.Transitions);

        Assert.Equal(expected, Written((await _app.ImportedDocumentAsync()).Limits));
        Assert.Equal(problems.Length == 0 ? [] : problems.Split('|').Select(problem => $"1: {problem}"), report.Reasons(SourceTable.Workflows));
    }

    private static string Written(CreationLimits limits) => string.Join(' ', (string?[])
    [
        .. limits.Frequency is { } frequency
            ? [string.Create(CultureInfo.InvariantCulture, $"{frequency.Count} in {frequency.Period.TotalHours} {frequency.Scope}")]
            : Array.Empty<string>(),
        .. Listed("people", limits.People?.Select(id => id.Value)),
        .. Listed("departments", limits.Departments?.Select(id => id.Value)),
        .. Listed("roles", limits.Roles?.Select(id => id.Value)),
    ]);

    private static IEnumerable<string> Listed(string noun, IEnumerable<long>? ids) => ids is null ? [] : [noun, .. ids.Select(id => id.ToString(CultureInfo.InvariantCulture))];
}
