using LoonFlow.Domain.Common;

namespace LoonFlow.Domain.Workflows.Canvas;

/// <summary>What a new transition most likely says.</summary>
public enum ConnectionMeaning
{
    Submit,
    Agree,
    Refuse,
    Return,
    Other,

    /// <summary>Nobody decides: the engine goes on.</summary>
    GoOn,
}

/// <summary>Which states may be connected, and what the transition between them most likely means.</summary>
public static class ConnectionRules
{
    /// <summary>Nothing leaves an end; the start is entered by returning only, which nothing automatic does.</summary>
    public static bool Allows(State from, State to) => from.Kind is not StateKind.End && !(to.Kind is StateKind.Start && (from.Kind is not StateKind.Normal || from.IsAutomatic));

    public static ConnectionMeaning MeaningOf(WorkflowDocument document, State from, State to)
    {
        var leaving = document.Transitions.Where(transition => transition.From == from.Id).Select(transition => transition.Kind).ToHashSet();

        return from switch
        {
            _ when to.Kind is StateKind.Start => ConnectionMeaning.Return,
            { Kind: StateKind.Start } => leaving.Contains(TransitionKind.Agree) ? ConnectionMeaning.Other : ConnectionMeaning.Submit,
            { IsPassage: true } or { IsAutomatic: true } => ConnectionMeaning.GoOn,
            _ when !leaving.Contains(TransitionKind.Agree) => ConnectionMeaning.Agree,
            _ when !leaving.Contains(TransitionKind.Refuse) => ConnectionMeaning.Refuse,
            _ => ConnectionMeaning.Other,
        };
    }

    /// <summary>The transition as it begins; who goes back or refuses need not fill in what the next one would read.</summary>
    internal static Transition Begin(TransitionId id, State from, State to, ConnectionMeaning meaning, Caption name)
    {
        var kind = meaning switch
        {
            ConnectionMeaning.Refuse or ConnectionMeaning.Return => TransitionKind.Refuse,
            ConnectionMeaning.Other => TransitionKind.Other,
            _ => TransitionKind.Agree,
        };

        return new Transition { Id = id, Name = name, From = from.Id, To = to.Id, Kind = kind, RequiresFields = kind is TransitionKind.Agree };
    }
}
