using LoonFlow.Domain.Common;
using LoonFlow.Domain.Forms;
using LoonFlow.Domain.Participants;
using LoonFlow.Domain.Workflows;

namespace LoonFlow.Tests.Domain.Workflows.Changes;

/// <summary>A designer who changes whatever comes to hand; the same seed changes the same.</summary>
internal sealed class RandomEdits(int seed)
{
    private readonly Random _random = new(seed);
    private long _ids = 1_000_000L * (seed + 1);

    public WorkflowDocument Of(WorkflowDocument document)
    {
        for (var count = _random.Next(12); count > 0; count--)
        {
            document = Once(document);
        }

        return document;
    }

    private WorkflowDocument Once(WorkflowDocument document) => _random.Next(14) switch
    {
        0 => document with { Name = Word(), TitleTemplate = _random.Next(2) == 0 ? null : Word() },
        1 => document with { States = [.. document.States, new State { Id = new StateId(_ids++), Name = Word() }] },
        2 => document with { States = Without(document.States) },
        3 => document with { States = Changed(document.States, state => state with { Name = Word(), Repeats = (Repeats)_random.Next(4) }) },
        4 => document with { States = Changed(document.States, state => state with { Position = new Position(_random.Next(9), _random.Next(9)) }) },
        5 => document with { States = Changed(document.States, Accessed) },
        6 => document with { Transitions = Changed(document.Transitions, way => way with { To = document.States[_random.Next(document.States.Count)].Id }) },
        7 => document with { Transitions = Without(document.Transitions) },
        8 => document with { Transitions = Shuffled(document.Transitions) },
        9 => document with { Fields = [.. document.Fields, new FormField { Id = new FieldId(_ids++), Key = Word(), Name = Word(), Type = FieldType.Radio, Choices = Choices() }] },
        10 => document with { Fields = Changed(document.Fields, field => field with { Choices = Choices() }) },
        11 => document with { Notes = [.. document.Notes, new CanvasNote(new NoteId(_ids++), Word(), new Position(1, 1))] },
        12 => document with { States = Changed(document.States, state => state with { Participants = new ParticipantSpec.Fields([Word()]) }) },
        _ => document with { DisplayFields = [Word(), Word()] },
    };

    private State Accessed(State state) => state with
    {
        Access = new Dictionary<string, FieldAccess>(state.Access, StringComparer.Ordinal) { [Word()] = (FieldAccess)(1 + _random.Next(3)) },
    };

    private IReadOnlyList<Choice> Choices() => [.. Enumerable.Range(0, _random.Next(4)).Select(_ => new Choice(Word(), Word()))];

    private string Word() => $"w{_random.Next(6)}";

    private IReadOnlyList<T> Changed<T>(IReadOnlyList<T> list, Func<T, T> change)
    {
        var index = _random.Next(Math.Max(1, list.Count));

        return [.. list.Select((item, at) => at == index ? change(item) : item)];
    }

    private IReadOnlyList<T> Without<T>(IReadOnlyList<T> list)
    {
        var index = _random.Next(list.Count + 3);

        return list.Count < 3 ? list : [.. list.Where((_, at) => at != index)];
    }

    private IReadOnlyList<T> Shuffled<T>(IReadOnlyList<T> list)
    {
        T[] items = [.. list];
        _random.Shuffle(items);

        return items;
    }
}
