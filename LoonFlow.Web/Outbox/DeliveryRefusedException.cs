namespace LoonFlow.Web.Outbox;

/// <summary>Will never work as it is; not tried again until somebody says so. The message is a sentence for people.</summary>
public sealed class DeliveryRefusedException(string sentence, Exception? cause = null) : Exception(sentence, cause);
