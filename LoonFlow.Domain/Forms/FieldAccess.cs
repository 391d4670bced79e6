namespace LoonFlow.Domain.Forms;

/// <summary>What someone who handles a ticket in a state may do with a field (spec A.5). A field without access is hidden.</summary>
public enum FieldAccess
{
    ReadOnly = 1,
    Required = 2,
    Optional = 3,
}
