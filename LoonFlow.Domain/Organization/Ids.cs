namespace LoonFlow.Domain.Organization;

/// <summary>Names one person for ever; numeric because callers of the loonflow API store numbers.</summary>
public readonly record struct UserId(long Value);

/// <summary>Names one department for ever.</summary>
public readonly record struct DepartmentId(long Value);

/// <summary>Names one role for ever.</summary>
public readonly record struct RoleId(long Value);
