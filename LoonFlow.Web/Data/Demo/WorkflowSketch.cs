using LoonFlow.Domain.Common;
using LoonFlow.Domain.Forms;
using LoonFlow.Domain.Organization;
using LoonFlow.Domain.Participants;
using LoonFlow.Domain.Workflows;

namespace LoonFlow.Web.Data.Demo;

/// <summary>Puts a workflow together in a few readable lines: hands out ids and turns names of the demo company into people.</summary>
internal sealed class WorkflowSketch
{
    private const int Room = 60;

    private readonly Queue<long> _ids;
    private readonly Company _company;
    private readonly List<FormField> _fields = [];
    private readonly List<State> _states = [];
    private readonly List<Transition> _transitions = [];

    private WorkflowSketch(Queue<long> ids, Company company)
    {
        _ids = ids;
        _company = company;
    }

    public static async Task<WorkflowSketch> StartAsync(IdSequences sequences, Company company, CancellationToken ct)
    {
        var ids = new Queue<long>();

        while (ids.Count < Room)
        {
            ids.Enqueue(await sequences.NextAsync(IdSequences.Workflows, ct));
        }

        return new WorkflowSketch(ids, company);
    }

    public FormField Field(string key, FieldType type, string name, string english, Func<FormField, FormField>? more = null)
    {
        var field = new FormField
        {
            Id = new FieldId(_ids.Dequeue()),
            Key = key,
            Name = new Caption(name, english),
            Type = type,
            Order = 20 + (10 * (_fields.Count + 1)),
        };

        field = more?.Invoke(field) ?? field;
        _fields.Add(field);

        return field;
    }

    public State State(string name, string english, StateKind kind, ParticipantSpec participants, Func<State, State>? more = null)
    {
        var state = new State
        {
            Id = new StateId(_ids.Dequeue()),
            Name = new Caption(name, english),
            Kind = kind,
            Order = _states.Count + 1,
            Participants = participants,
            AllowsWithdrawal = kind is StateKind.Normal,
        };

        state = more?.Invoke(state) ?? state;
        _states.Add(state);

        return state;
    }

    public void Transition(State from, string name, string english, TransitionKind kind, State to, Func<Transition, Transition>? more = null)
    {
        var transition = new Transition
        {
            Id = new TransitionId(_ids.Dequeue()),
            Name = new Caption(name, english),
            Kind = kind,
            From = from.Id,
            To = to.Id,
            RequiresFields = kind is not TransitionKind.Refuse,
        };

        _transitions.Add(more?.Invoke(transition) ?? transition);
    }

    public ParticipantSpec Person(string userName) => People(userName);

    public ParticipantSpec People(params string[] userNames) => new ParticipantSpec.People([.. userNames.Select(name => _company.UserNamed(name)!.Id)]);

    public ParticipantSpec Department(string key) =>
        new ParticipantSpec.Departments([_company.Departments.Single(d => d.Name == DemoPeople.Departments.Single(demo => demo.Key == key).Name).Id]);

    public ParticipantSpec Role(string key) => new ParticipantSpec.Roles([_company.Roles.Single(role => role.Name == DemoPeople.Roles[key]).Id]);

    /// <summary>Where the branches of a fork meet again.</summary>
    public void Join(State fork, State join) => _states[_states.FindIndex(state => state.Id == fork.Id)] = fork with { Join = join.Id };

    /// <summary>Every field with the same access, the title included.</summary>
    public IReadOnlyDictionary<string, FieldAccess> All(FieldAccess access, params (string Key, FieldAccess Access)[] except)
    {
        var map = _fields.Select(field => field.Key).Prepend(BuiltInField.Title).ToDictionary(key => key, _ => access, StringComparer.Ordinal);

        foreach (var (key, other) in except)
        {
            map[key] = other;
        }

        return map;
    }

    /// <summary>Only these fields.</summary>
    public static IReadOnlyDictionary<string, FieldAccess> Only(params (string Key, FieldAccess Access)[] fields) =>
        fields.ToDictionary(field => field.Key, field => field.Access, StringComparer.Ordinal);

    public static IReadOnlyList<Choice> Choices(params (string Key, string Name, string English)[] choices) =>
        [.. choices.Select(choice => new Choice(choice.Key, new Caption(choice.Name, choice.English)))];

    public WorkflowDocument Document(string name, string english, string description, string englishDescription, Caption category, string icon, string prefix) => new()
    {
        Name = new Caption(name, english),
        Description = new Caption(description, englishDescription),
        Category = category,
        Icon = icon,
        SerialPrefix = prefix,
        Fields = _fields,
        States = _states,
        Transitions = _transitions,
    };
}
