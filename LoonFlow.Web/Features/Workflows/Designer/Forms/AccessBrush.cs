using LoonFlow.Domain.Forms;

namespace LoonFlow.Web.Features.Workflows.Designer.Forms;

/// <summary>What may be done with a field, as the access grid paints it: its name in texts and style sheets, and its key.</summary>
public sealed record AccessBrush(string Name, string Letter, FieldAccess? Access)
{
    public static readonly IReadOnlyList<AccessBrush> All =
    [
        new("Hidden", "H", null),
        new("ReadOnly", "R", FieldAccess.ReadOnly),
        new("Optional", "O", FieldAccess.Optional),
        new("Required", "Q", FieldAccess.Required),
    ];

    public static AccessBrush Of(FieldAccess? access) => All.FirstOrDefault(brush => brush.Access == access) ?? All[0];

    public static AccessBrush? Named(string name) => All.FirstOrDefault(brush => brush.Name == name);
}
