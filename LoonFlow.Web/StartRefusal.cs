using LoonFlow.Web.Data.Embedded;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Options;
using Npgsql;

namespace LoonFlow.Web;

/// <summary>What whoever started LoonFlow can put right is told in a sentence; all else keeps its stack trace.</summary>
internal static class StartRefusal
{
    public static string? For(Exception exception) => exception switch
    {
        EmbeddedPostgresException => exception.Message,
        IOException { InnerException: AddressInUseException } => $"{exception.Message} Choose another address with --urls.",
        OptionsValidationException => exception.Message,
        PostgresException refused => $"The database refuses: {refused.MessageText}.",
        NpgsqlException => $"The database does not answer: {exception.Message}.",
        _ => null,
    };
}
