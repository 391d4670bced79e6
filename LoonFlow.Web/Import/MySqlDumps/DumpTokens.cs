using System.Globalization;

namespace LoonFlow.Web.Import.MySqlDumps;

/// <summary>The words, names and literals of MySQL.</summary>
internal sealed class DumpTokens(DumpBytes bytes, DumpGaps gaps)
{
    private const int LongestName = 256;

    private readonly DumpText _text = new();

    /// <summary>The last text or name held bytes that are no UTF-8; they read as replacement characters.</summary>
    public bool HadInvalidText { get; private set; }

    /// <summary>The last literal was longer than allowed; its end is lost.</summary>
    public bool WasTooLong => _text.IsTooLong;

    public int LastLength => _text.Length;

    public int Capacity => _text.Capacity;

    public char PeekCharacter()
    {
        gaps.Skip();

        return bytes.Peek() == DumpBytes.End ? '\0' : (char)bytes.Peek();
    }

    public bool TakeIf(char expected)
    {
        if (PeekCharacter() != expected)
        {
            return false;
        }

        bytes.Take();

        return true;
    }

    /// <summary>A bare word in upper case; empty when something else stands here.</summary>
    public string ReadWord()
    {
        gaps.Skip();
        Start(LongestName);

        while (IsWordByte(bytes.Peek()))
        {
            _text.Append(bytes.Take());
        }

        return _text.ToString().ToUpperInvariant();
    }

    /// <summary>The last part of a possibly qualified name, quoted or bare; null when no name stands here.</summary>
    public string? ReadName()
    {
        string? name;

        do
        {
            name = ReadNamePart();
        }
        while (name is not null && TakeIf('.'));

        return name;
    }

    /// <summary>A literal of at most so many bytes; null when something else, an expression for instance, stands here.</summary>
    public DumpValue? ReadValue(int limit)
    {
        gaps.Skip();
        Start(limit);

        return bytes.Peek() switch
        {
            '\'' or '"' => ReadText(),
            '+' or '-' or '.' or (>= '0' and <= '9') => ReadNumber(),
            _ => ReadWordValue(limit),
        };
    }

    private void Start(int limit)
    {
        HadInvalidText = false;
        _text.Start(limit);
    }

    private string? ReadNamePart()
    {
        gaps.Skip();
        Start(LongestName);

        if (bytes.Peek() is '`' or '"')
        {
            return ReadQuoted() ? TextRead() : null;
        }

        while (IsWordByte(bytes.Peek()))
        {
            _text.Append(bytes.Take());
        }

        return _text.Length == 0 ? null : TextRead();
    }

    private DumpValue? ReadText() => ReadQuoted() ? new DumpValue(DumpValueKind.Text, TextRead()) : null;

    private DumpValue? ReadNumber()
    {
        var previous = 0;

        while (bytes.Peek() is var next && (IsWordByte(next) || next == '.' || (next is '+' or '-' && previous is 0 or 'e' or 'E')))
        {
            previous = bytes.Take();
            _text.Append(previous);
        }

        return _text.ToString() switch
        {
            ['0', 'x' or 'X', .. var digits] => Digits(digits, DumpValueKind.Bytes),
            ['0', 'b' or 'B', .. var digits] => Digits(digits, DumpValueKind.Bits),
            var text when double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _) => new DumpValue(DumpValueKind.Number, text),
            _ => null,
        };
    }

    private static DumpValue? Digits(string digits, DumpValueKind kind)
    {
        var areValid = kind == DumpValueKind.Bytes ? digits.All(char.IsAsciiHexDigit) : digits.All(digit => digit is '0' or '1');

        return areValid ? new DumpValue(kind, digits.ToUpperInvariant()) : null;
    }

    private DumpValue? ReadWordValue(int limit)
    {
        var word = ReadWord();
        var encoding = word.StartsWith('_') ? word : "";

        if (encoding.Length > 0 && PeekCharacter() is not ('\'' or '"'))
        {
            Start(limit);

            if (char.IsAsciiDigit(PeekCharacter()))
            {
                return ReadNumber();
            }

            word = ReadWord();
        }

        if (PeekCharacter() is '\'' or '"' && (word is "X" or "B" or "N" || word == encoding))
        {
            Start(limit);

            return ReadQuoted() ? QuotedAfter(word) : null;
        }

        return word switch
        {
            "NULL" => DumpValue.Null,
            "TRUE" => new DumpValue(DumpValueKind.Number, "1"),
            "FALSE" => new DumpValue(DumpValueKind.Number, "0"),
            _ => null,
        };
    }

    private DumpValue? QuotedAfter(string word) => word switch
    {
        "X" => Digits(_text.ToString(), DumpValueKind.Bytes),
        "B" => Digits(_text.ToString(), DumpValueKind.Bits),
        "_BINARY" when !_text.IsValid => new DumpValue(DumpValueKind.Bytes, Convert.ToHexString(_text.Bytes)),
        _ => new DumpValue(DumpValueKind.Text, TextRead()),
    };

    private string TextRead()
    {
        HadInvalidText = !_text.IsValid;

        return _text.ToString();
    }

    /// <summary>False when the file ends before the closing quote.</summary>
    private bool ReadQuoted()
    {
        var quote = bytes.Take();

        while (bytes.Take() is var next && next != DumpBytes.End)
        {
            if (next == quote)
            {
                if (bytes.Peek() != quote)
                {
                    return true;
                }

                _text.Append(bytes.Take());
            }
            else if (next == '\\' && quote != '`')
            {
                AppendEscaped(bytes.Take());
            }
            else
            {
                _text.Append(next);
            }
        }

        return false;
    }

    private void AppendEscaped(int escaped)
    {
        switch (escaped)
        {
            case DumpBytes.End:
                break;
            case '%' or '_':
                // MySQL leaves its two wildcards escaped.
                _text.Append('\\');
                _text.Append(escaped);
                break;
            default:
                _text.Append(Unescaped(escaped));
                break;
        }
    }

    private static int Unescaped(int escaped) => escaped switch
    {
        '0' => 0,
        'b' => '\b',
        'n' => '\n',
        'r' => '\r',
        't' => '\t',
        'Z' => 0x1A,
        _ => escaped,
    };

    private static bool IsWordByte(int value) =>
        value is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '_' or '$' or >= 0x80;
}
