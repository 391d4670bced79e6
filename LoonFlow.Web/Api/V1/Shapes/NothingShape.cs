namespace LoonFlow.Web.Api.V1.Shapes;

/// <summary>An empty object, where loonflow has nothing to tell but sends one.</summary>
internal sealed record NothingShape;
