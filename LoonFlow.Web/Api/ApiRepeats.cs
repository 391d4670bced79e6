using System.Security.Cryptography;
using System.Text;
using LoonFlow.Domain.Common;
using LoonFlow.Web.Data;
using LoonFlow.Web.Data.Rows;
using LoonFlow.Web.Features;
using Microsoft.EntityFrameworkCore;

namespace LoonFlow.Web.Api;

/// <summary>Requests that may be repeated: those with the header Idempotency-Key.</summary>
internal sealed class ApiRepeats(IDbContextFactory<LoonFlowDb> databases)
{
    private const string Header = "Idempotency-Key";

    /// <summary>The request as one that may be repeated; refused when it does not ask for that rightly, or its key was used for another.</summary>
    public async Task<Result<RepeatableRequest>> FindAsync(HttpContext context, ApiCaller caller, ReadOnlyMemory<byte> body, CancellationToken ct)
    {
        var key = context.Request.Headers[Header].ToString();

        if (key.Length is 0 or > RepeatableAnswerRow.MaxKeyLength || key.Any(letter => letter is <= ' ' or > '~'))
        {
            return ApiRefusals.KeyMalformed;
        }

        var request = new RepeatableRequest(caller.Name, key, DigestOf(context.Request, body));
        await using var db = await databases.CreateDbContextAsync(ct);
        var known = await db.RepeatableAnswers.AsNoTracking().FirstOrDefaultAsync(row => row.Caller == request.Caller && row.Key == key, ct);

        return known is null || known.Digest == request.Digest ? request : ApiRefusals.KeyReused;
    }

    public static bool IsAskedFor(HttpContext context) => context.Request.Headers.ContainsKey(Header);

    private static string DigestOf(HttpRequest request, ReadOnlyMemory<byte> body)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes($"{request.Method}\n{request.Path}\n{request.QueryString}\n"));
        hash.AppendData(body.Span);

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
