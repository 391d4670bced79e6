using LoonFlow.Domain.Common;

namespace LoonFlow.Domain.Workflows.Changes;

/// <summary>What a transition is made of. Its branches are one whole: the first that holds decides, so each means something by those before it.</summary>
internal static class TransitionParts
{
    public static readonly IReadOnlyList<ElementProperty<Transition>> All =
    [
        ElementProperty.One<Transition, Caption>(nameof(Transition.Name), of => of.Name, (of, value) => of with { Name = value }),
        ElementProperty.One<Transition, TransitionKind>(nameof(Transition.Kind), of => of.Kind, (of, value) => of with { Kind = value }),
        ElementProperty.One<Transition, StateId>(nameof(Transition.From), of => of.From, (of, value) => of with { From = value }),
        ElementProperty.One<Transition, StateId>(nameof(Transition.To), of => of.To, (of, value) => of with { To = value }),
        ElementProperty.One<Transition, bool>(nameof(Transition.IsAutomatic), of => of.IsAutomatic, (of, value) => of with { IsAutomatic = value }),
        ElementProperty.One<Transition, bool>(nameof(Transition.RequiresFields), of => of.RequiresFields, (of, value) => of with { RequiresFields = value }),
        ElementProperty.One<Transition, Caption?>(nameof(Transition.Confirmation), of => of.Confirmation, (of, value) => of with { Confirmation = value }),
        ElementProperty.One<Transition, IReadOnlyList<Branch>>(nameof(Transition.Branches), of => of.Branches, (of, value) => of with { Branches = value }),
        ElementProperty.Place<Transition, LineDrawing?>(nameof(Transition.Line), of => of.Line, (of, value) => of with { Line = value }),
    ];
}
