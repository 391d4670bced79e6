using System.Security.Cryptography;
using LoonFlow.Domain.Tickets;
using LoonFlow.Web.Data.Json;
using Microsoft.AspNetCore.DataProtection;

namespace LoonFlow.Web.Features.Automation;

/// <summary>The one run that an answer from outside belongs to.</summary>
public sealed record HookToken(TicketId Ticket, int Visit, int Run);

/// <summary>Makes the addresses to which hooks answer. Nobody can make one up, and each is good for one run only.</summary>
public sealed class HookTokens(IDataProtectionProvider protection)
{
    private readonly IDataProtector _protector = protection.CreateProtector("LoonFlow.HookAnswers");

    public string Make(HookToken token) => _protector.Protect(DomainJson.Write(token));

    public HookToken? Read(string text)
    {
        try
        {
            return DomainJson.Read<HookToken>(_protector.Unprotect(text));
        }
        catch (Exception forged) when (forged is CryptographicException or FormatException)
        {
            // Not one of ours, or made with keys that are gone.
            return null;
        }
    }
}
