namespace LoonFlow.Web.Import;

/// <summary>An import that could not go on; what was committed stays, and importing again goes on behind it.</summary>
internal sealed class ImportInterruptedException(string sentence) : Exception(sentence);
