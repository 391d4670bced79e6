using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using LoonFlow.Domain.Tickets;

namespace LoonFlow.Tests.Architecture;

public sealed class DomainTests
{
    private const BindingFlags Everything =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    [Fact]
    public void It_references_the_base_library_only()
    {
        var others = OwnTypes.Domain.GetReferencedAssemblies()
            .Select(assembly => assembly.Name!)
            .Where(name => !name.StartsWith("System.", StringComparison.Ordinal) && name is not "netstandard");

        Offenders.None(others);
    }

    [Fact]
    public void It_waits_for_nothing()
    {
        var waiting = OwnTypes.Of(OwnTypes.Domain)
            .SelectMany(type => type.GetMethods(Everything))
            .Where(method => method.IsDefined(typeof(AsyncStateMachineAttribute)) || method.ReturnType.Namespace == "System.Threading.Tasks")
            .Select(method => $"{method.DeclaringType!.Name}.{method.Name}");

        Offenders.None(waiting);
    }

    [Fact]
    public void Rules_and_refusals_are_static()
    {
        var others = OwnTypes.Of(OwnTypes.Domain)
            .Where(type => type.Name.EndsWith("Rules", StringComparison.Ordinal) || type.Name.EndsWith("Refusals", StringComparison.Ordinal))
            .Where(type => !OwnTypes.IsStatic(type));

        Offenders.None(others);
    }

    [Fact]
    public void Nothing_in_it_can_be_changed_from_outside()
    {
        var settable = OwnTypes.Of(OwnTypes.Domain)
            .SelectMany(type => type.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly))
            .Where(property => property.SetMethod is { IsPublic: true } set
                && !set.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit)))
            .Select(property => $"{property.DeclaringType!.Name}.{property.Name}");

        Offenders.None(settable);
    }

    [Fact]
    public void No_collection_that_it_shows_can_be_changed()
    {
        Type[] changeable = [typeof(List<>), typeof(Dictionary<,>), typeof(HashSet<>), typeof(IList<>), typeof(ICollection<>), typeof(IDictionary<,>)];

        var shown = OwnTypes.Of(OwnTypes.Domain)
            .SelectMany(type => type.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly))
            .Where(property => property.PropertyType.IsArray
                || (property.PropertyType.IsGenericType && changeable.Contains(property.PropertyType.GetGenericTypeDefinition())))
            .Select(property => $"{property.DeclaringType!.Name}.{property.Name}");

        Offenders.None(shown);
    }

    [Fact]
    public void Every_event_changes_the_ticket_or_stands_in_its_history()
    {
        var told = Sources.Read("LoonFlow.Domain/Tickets/Ticket.Changes.cs") + Sources.Read("LoonFlow.Domain/Tickets/FlowLogEntry.cs");

        var unheard = Events().Where(type => !Regex.IsMatch(told, $@"TicketEvent\.{type.Name}\b")).Select(type => type.Name);

        Offenders.None(unheard);
    }

    [Fact]
    public void Every_event_has_a_subscription_or_is_listed_as_silent()
    {
        var unlisted = Events()
            .Select(type => (TicketEvent)RuntimeHelpers.GetUninitializedObject(type))
            .Select(happened => Record.Exception(() => LoonFlow.Web.Outbox.Subscriptions.ListenersOf(happened))?.Message)
            .OfType<string>();

        Offenders.None(unlisted);
    }

    private static IEnumerable<Type> Events() => typeof(TicketEvent).GetNestedTypes().Where(type => type.IsSubclassOf(typeof(TicketEvent)));
}
