using System.Reflection;
using LoonFlow.Tests.Support;
using LoonFlow.Web.Data;
using Microsoft.Extensions.Configuration;

namespace LoonFlow.Tests.Architecture;

public sealed class SettingsSampleTests
{
    private const string Suffix = "Options";

    private static readonly IConfiguration Sample = new ConfigurationBuilder().AddJsonFile(Repository.PathOf("appsettings.sample.json")).Build();

    [Fact]
    public void Every_option_stands_in_the_sample()
    {
        var missing = OptionTypes()
            .SelectMany(type => type.GetProperties().Where(property => property.CanWrite).Select(property => KeyOf(type, property)))
            .Where(key => !Sample.GetSection(key).Exists());

        Assert.Empty(missing);
    }

    [Fact]
    public void The_sample_says_the_defaults()
    {
        var different = OptionTypes()
            .SelectMany(type => type.GetProperties().Where(property => property.CanWrite)
                .Where(property => !Equals(property.GetValue(Activator.CreateInstance(type)), Sample.GetValue(property.PropertyType, KeyOf(type, property))))
                .Select(property => KeyOf(type, property)));

        Assert.Empty(different);
        Assert.Equal(DataFolder.Default, Sample[DataFolder.Setting]);
    }

    private static IEnumerable<Type> OptionTypes() => typeof(Program).Assembly.GetTypes()
        .Where(type => type.Name.EndsWith(Suffix, StringComparison.Ordinal) && type.Namespace!.StartsWith("LoonFlow", StringComparison.Ordinal));

    private static string KeyOf(Type options, PropertyInfo property) => $"{options.Name[..^Suffix.Length]}:{property.Name}";
}
