namespace LoonFlow.Tests.Support.Mail;

/// <summary>A mail as a mail program that is not ours understood it.</summary>
public sealed record TestMail(
    string Raw,
    bool Secure,
    string? User,
    IReadOnlyList<string> Recipients,
    string Subject,
    string MessageId,
    TestMailAddress From,
    IReadOnlyList<TestMailAddress> To,
    string Text,
    string Html,
    IReadOnlyDictionary<string, string> Headers);

public sealed record TestMailAddress(string Name, string Address);
