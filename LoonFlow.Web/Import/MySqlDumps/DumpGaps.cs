namespace LoonFlow.Web.Import.MySqlDumps;

/// <summary>Ways past what nobody wants to read: white space, comments, statements, broken statements.</summary>
internal sealed class DumpGaps(DumpBytes bytes)
{
    private const int SignatureLength = 40;

    /// <summary>mysqldump announces itself and signs off; a file that only announces itself was cut off.</summary>
    public bool LacksSignOff { get; private set; }

    public void Skip()
    {
        while (true)
        {
            if (bytes.Peek() is ' ' or '\t' or '\r' or '\n' or '\f' or '\v')
            {
                bytes.Take();
            }
            else if (bytes.Peek() == 0xEF && bytes.Peek(1) == 0xBB && bytes.Peek(2) == 0xBF)
            {
                Take(3);
            }
            else if (!SkipComment())
            {
                return;
            }
        }
    }

    /// <summary>Past code up to one of the stops, or the statement's semicolon, that stands outside strings, comments and inner parentheses.</summary>
    public void SkipTo(ReadOnlySpan<char> stops)
    {
        var depth = 0;
        Skip();

        while (bytes.Peek() is var next && next is not (DumpBytes.End or ';'))
        {
            if (depth == 0 && stops.Contains((char)next))
            {
                return;
            }

            depth += next switch
            {
                '(' => 1,
                ')' => -1,
                _ => 0,
            };
            SkipOne();
            Skip();
        }
    }

    /// <summary>Past the end of the statement; false when the file ends first.</summary>
    public bool SkipStatement()
    {
        SkipTo([]);

        return bytes.Take() != DumpBytes.End;
    }

    /// <summary>
    /// Past the next semicolon at the end of a line. After an error nobody knows whether a quote opens or closes,
    /// and dumps escape line breaks inside strings, so this is the surest sign.
    /// </summary>
    public void SkipBrokenStatement()
    {
        var isEnding = false;

        while (bytes.Take() is var next && next != DumpBytes.End)
        {
            if (isEnding && next == '\n')
            {
                return;
            }

            isEnding = next == ';' || (isEnding && next is ' ' or '\t' or '\r');
        }
    }

    /// <summary>Past the rest of the line, whose start is returned.</summary>
    public string SkipLine()
    {
        Span<char> start = stackalloc char[SignatureLength];
        var length = 0;

        while (bytes.Peek() is not (DumpBytes.End or '\n'))
        {
            var next = bytes.Take();

            if (length < start.Length)
            {
                start[length++] = (char)next;
            }
        }

        return start[..length].Trim().ToString();
    }

    private bool SkipComment()
    {
        if (SkipLineComment())
        {
            return true;
        }

        if (bytes.Peek() != '/' || bytes.Peek(1) != '*')
        {
            return false;
        }

        if (bytes.Peek(2) == '!')
        {
            SkipCodeComment();
        }
        else
        {
            SkipBlockComment();
        }

        return true;
    }

    private bool SkipLineComment()
    {
        if (bytes.Peek() == '#')
        {
            SkipLine();
            return true;
        }

        if (bytes.Peek() != '-' || bytes.Peek(1) != '-' || bytes.Peek(2) is > ' ')
        {
            return false;
        }

        Take(2);
        NoteSignature(SkipLine());

        return true;
    }

    private void NoteSignature(string comment)
    {
        if (comment.StartsWith("MySQL dump", StringComparison.Ordinal) || comment.StartsWith("MariaDB dump", StringComparison.Ordinal))
        {
            LacksSignOff = true;
        }
        else if (comment.StartsWith("Dump completed", StringComparison.Ordinal))
        {
            LacksSignOff = false;
        }
    }

    /// <summary>Past code for newer servers, in which the comment's end may stand inside a string.</summary>
    private void SkipCodeComment()
    {
        Take(3);

        while (bytes.Peek() != DumpBytes.End && !IsAtCommentEnd())
        {
            if (bytes.Peek() == '/' && bytes.Peek(1) == '*')
            {
                SkipBlockComment();
            }
            else if (!SkipLineComment())
            {
                SkipOne();
            }
        }

        Take(2);
    }

    private void SkipBlockComment()
    {
        Take(2);

        while (bytes.Peek() != DumpBytes.End && !IsAtCommentEnd())
        {
            bytes.Take();
        }

        Take(2);
    }

    private bool IsAtCommentEnd() => bytes.Peek() == '*' && bytes.Peek(1) == '/';

    /// <summary>Past one byte, or past a whole string or quoted name.</summary>
    private void SkipOne()
    {
        var first = bytes.Take();

        if (first is not ('\'' or '"' or '`'))
        {
            return;
        }

        while (bytes.Take() is var next && next != DumpBytes.End && next != first)
        {
            if (next == '\\' && first != '`')
            {
                bytes.Take();
            }
        }
    }

    private void Take(int count)
    {
        for (; count > 0; count--)
        {
            bytes.Take();
        }
    }
}
