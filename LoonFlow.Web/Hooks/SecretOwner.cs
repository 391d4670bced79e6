using System.Globalization;
using LoonFlow.Domain.Workflows;

namespace LoonFlow.Web.Hooks;

/// <summary>Whose a secret is; names are unique per owner.</summary>
public readonly record struct SecretOwner(string Key)
{
    /// <summary>Secrets of the whole installation, such as those of its channels.</summary>
    public static readonly SecretOwner Installation = new("installation");

    public static SecretOwner Of(WorkflowId workflow) => new($"workflow:{workflow.Value.ToString(CultureInfo.InvariantCulture)}");
}
