namespace LoonFlow.Domain.Workflows;

/// <summary>What runs by itself in a state.</summary>
public enum AutomationKind
{
    Script,
    Hook,
    Children,
}
