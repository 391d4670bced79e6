using LoonFlow.Domain.Access;

namespace LoonFlow.Web.Features.Applications;

/// <summary>Grants and schemes in the order in which people read them, the safer scheme first. Their words are "Grant{name}" and "Scheme{name}".</summary>
internal static class ApplicationWords
{
    public static readonly IReadOnlyList<ApiGrant> Grants = [ApiGrant.Run, ApiGrant.Configure, ApiGrant.Directory];

    public static readonly IReadOnlyList<ApiSchemes> Schemes = [ApiSchemes.Hmac, ApiSchemes.Bearer, ApiSchemes.Md5];

    /// <summary>The schemes that sign requests, with one kind of secret.</summary>
    public const ApiSchemes Signing = ApiSchemes.Hmac | ApiSchemes.Md5;
}
