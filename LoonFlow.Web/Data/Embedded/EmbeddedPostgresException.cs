namespace LoonFlow.Web.Data.Embedded;

/// <summary>The embedded server cannot run; the message is a sentence for the person who started LoonFlow.</summary>
public sealed class EmbeddedPostgresException(string message, Exception? cause = null) : Exception(message, cause);
