using LoonFlow.Domain.Common;
using LoonFlow.Domain.Forms;
using LoonFlow.Domain.Participants;

namespace LoonFlow.Domain.Workflows;

/// <summary>What a designer begins with who begins with nothing: a form that asks for a title, and an end.</summary>
public static class BlankWorkflow
{
    /// <summary>Its ids are its own: <see cref="DocumentIds"/> gives it others before it is kept.</summary>
    public static WorkflowDocument Named(Caption name) => new()
    {
        Name = name,
        States =
        [
            new State
            {
                Id = new StateId(1),
                Name = new Caption("新建", "New"),
                Kind = StateKind.Start,
                Order = 1,
                Participants = new ParticipantSpec.Creator(),
                Access = new Dictionary<string, FieldAccess>(StringComparer.Ordinal) { [BuiltInField.Title] = FieldAccess.Required },
                Position = new Position(260, 80),
            },
            new State { Id = new StateId(2), Name = new Caption("结束", "End"), Kind = StateKind.End, Order = 2, Position = new Position(260, 420) },
        ],
    };
}
