using LoonFlow.Domain.Common;
using LoonFlow.Domain.Forms;
using LoonFlow.Domain.Participants;
using LoonFlow.Domain.Timers;

namespace LoonFlow.Domain.Workflows.Changes;

/// <summary>What a state is made of.</summary>
internal static class StateParts
{
    public static readonly IReadOnlyList<ElementProperty<State>> All =
    [
        ElementProperty.One<State, Caption>(nameof(State.Name), of => of.Name, (of, value) => of with { Name = value }),
        ElementProperty.One<State, StateKind>(nameof(State.Kind), of => of.Kind, (of, value) => of with { Kind = value }),
        ElementProperty.Place<State, int>(nameof(State.Order), of => of.Order, (of, value) => of with { Order = value }),
        ElementProperty.One<State, bool>(nameof(State.IsHidden), of => of.IsHidden, (of, value) => of with { IsHidden = value }),
        ElementProperty.One<State, ParticipantSpec>(nameof(State.Participants), of => of.Participants, (of, value) => of with { Participants = value }),
        ElementProperty.One<State, Distribution>(nameof(State.Distribution), of => of.Distribution, (of, value) => of with { Distribution = value }),
        ElementProperty.One<State, VotingPolicy>(nameof(State.Voting), of => of.Voting, (of, value) => of with { Voting = value }),
        ElementProperty.One<State, EmptyParticipants>(nameof(State.WhenEmpty), of => of.WhenEmpty, (of, value) => of with { WhenEmpty = value }),
        ElementProperty.One<State, Repeats>(nameof(State.Repeats), of => of.Repeats, (of, value) => of with { Repeats = value }),
        ElementProperty.One<State, bool>(nameof(State.RemembersLastHandler), of => of.RemembersLastHandler, (of, value) => of with { RemembersLastHandler = value }),
        ElementProperty.One<State, bool>(nameof(State.AllowsWithdrawal), of => of.AllowsWithdrawal, (of, value) => of with { AllowsWithdrawal = value }),
        ElementProperty.Listed<State, TimerSetting>(nameof(State.Timers), of => of.Timers, (of, value) => of with { Timers = value }, timer => DocumentParts.Key(timer.Number)),
        ElementProperty.One<State, StateActions>(nameof(State.Actions), of => of.Actions, (of, value) => of with { Actions = value }),
        ElementProperty.One<State, bool>(nameof(State.AllowsTakingBack), of => of.AllowsTakingBack, (of, value) => of with { AllowsTakingBack = value }),
        ElementProperty.One<State, ReturnSetting>(nameof(State.Returns), of => of.Returns, (of, value) => of with { Returns = value }),
        ElementProperty.One<State, StateId?>(nameof(State.Join), of => of.Join, (of, value) => of with { Join = value }),
        ElementProperty.One<State, JoinSetting>(nameof(State.Joining), of => of.Joining, (of, value) => of with { Joining = value }),
        ElementProperty.One<State, ChildrenSetting?>(nameof(State.Children), of => of.Children, (of, value) => of with { Children = value }),
        ElementProperty.Map<State, FieldAccess>(nameof(State.Access), of => of.Access, (of, value) => of with { Access = value }),
        ElementProperty.One<State, string>(nameof(State.Label), of => of.Label, (of, value) => of with { Label = value }),
        ElementProperty.Place<State, Position?>(nameof(State.Position), of => of.Position, (of, value) => of with { Position = value }),
    ];
}
