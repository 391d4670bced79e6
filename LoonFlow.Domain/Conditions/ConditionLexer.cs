using System.Globalization;
using System.Text;
using LoonFlow.Domain.Forms;

namespace LoonFlow.Domain.Conditions;

/// <summary>Cuts a text into words, texts, numbers and signs; full-width signs count as their narrow ones.</summary>
internal sealed class ConditionLexer
{
    private static readonly string[] Symbols = ["==", "!=", "<>", "<=", ">=", "&&", "||", "=", "<", ">", "!", "+", "-", "*", "/", "(", ")", "[", "]", ","];

    private readonly string _text;
    private readonly List<ConditionToken> _tokens = [];
    private ConditionProblem? _problem;
    private int _position;

    private ConditionLexer(string text) => _text = text;

    public static IReadOnlyList<ConditionToken> Read(string text, out ConditionProblem? problem)
    {
        var lexer = new ConditionLexer(text);
        lexer.Read();
        problem = lexer._problem;

        return lexer._tokens;
    }

    private void Read()
    {
        while (_problem is null && _position < _text.Length)
        {
            switch (At(_position))
            {
                case var space when char.IsWhiteSpace(space):
                    _position++;
                    break;
                case '"' or '\'' or '“' or '”' or '‘' or '’':
                    ReadText();
                    break;
                case '{':
                    ReadField();
                    break;
                case var digit when char.IsAsciiDigit(digit) || (digit == '.' && char.IsAsciiDigit(At(_position + 1))):
                    ReadNumber();
                    break;
                case var letter when IsWordStart(letter):
                    ReadWord();
                    break;
                default:
                    ReadSymbol();
                    break;
            }
        }

        _tokens.Add(new ConditionToken(ConditionTokenKind.End, _text.Length, ""));
    }

    /// <summary>The character there, narrow; zero behind the end.</summary>
    private char At(int position) => position >= _text.Length ? '\0' : _text[position] switch
    {
        >= '！' and <= '～' and var wide => (char)(wide - '！' + '!'),
        var narrow => narrow,
    };

    private void ReadText()
    {
        var start = _position;
        var opening = At(start);
        var isTriple = opening is '"' or '\'' && At(start + 1) == opening && At(start + 2) == opening;
        var text = new StringBuilder();
        _position += isTriple ? 3 : 1;

        while (_position < _text.Length)
        {
            if (IsClosing(opening, isTriple))
            {
                _position += isTriple ? 3 : 1;
                _tokens.Add(new ConditionToken(ConditionTokenKind.Literal, start, _text[start.._position], new FieldValue.Text(text.ToString())));
                return;
            }

            text.Append(ReadCharacter());
        }

        _problem = ConditionProblems.TextUnclosed(start);
    }

    private bool IsClosing(char opening, bool isTriple) => opening switch
    {
        '“' or '”' => _text[_position] is '“' or '”',
        '‘' or '’' => _text[_position] is '‘' or '’',
        _ when isTriple => At(_position) == opening && At(_position + 1) == opening && At(_position + 2) == opening,
        _ => At(_position) == opening,
    };

    /// <summary>One character of a text, or two where a backslash stands for itself, as in Python.</summary>
    private string ReadCharacter()
    {
        var character = _text[_position++];

        if (character != '\\' || _position == _text.Length)
        {
            return character.ToString();
        }

        return _text[_position++] switch
        {
            'n' => "\n",
            't' => "\t",
            'r' => "\r",
            '\\' or '"' or '\'' => _text[_position - 1].ToString(),
            var other => $"\\{other}",
        };
    }

    private void ReadField()
    {
        var start = _position;
        var end = start;

        while (end < _text.Length && At(end) != '}')
        {
            end++;
        }

        var key = end < _text.Length ? _text[(start + 1)..end].Trim() : "";

        if (end == _text.Length)
        {
            _problem = ConditionProblems.FieldUnclosed(start);
        }
        else if (key.Length == 0)
        {
            _problem = ConditionProblems.FieldUnnamed(start);
        }

        _tokens.Add(new ConditionToken(ConditionTokenKind.Field, start, key));
        _position = end + 1;
    }

    private void ReadNumber()
    {
        var start = _position;

        while (char.IsAsciiLetterOrDigit(At(_position)) || At(_position) == '.')
        {
            _position++;
        }

        var text = _text[start.._position].Normalize(NormalizationForm.FormKC);
        FieldValue? value = long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var whole) ? new FieldValue.Integer(whole)
            : decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? new FieldValue.Decimal(number)
            : null;

        _problem = value is null ? ConditionProblems.NumberUnreadable(start, text) : null;
        _tokens.Add(new ConditionToken(ConditionTokenKind.Literal, start, text, value));
    }

    private void ReadWord()
    {
        var start = _position;

        while (IsWordStart(At(_position)) || char.IsDigit(At(_position)) || (At(_position) == '.' && IsWordStart(At(_position + 1))))
        {
            _position++;
        }

        var word = _text[start.._position];

        _tokens.Add(ConditionText.Keywords.Contains(word)
            ? new ConditionToken(ConditionTokenKind.Word, start, word.ToLowerInvariant())
            : new ConditionToken(ConditionTokenKind.Field, start, word));
    }

    private void ReadSymbol()
    {
        Span<char> ahead = [At(_position), At(_position + 1)];

        foreach (var symbol in Symbols)
        {
            if (ahead.StartsWith(symbol))
            {
                _tokens.Add(new ConditionToken(ConditionTokenKind.Symbol, _position, symbol));
                _position += symbol.Length;
                return;
            }
        }

        var rune = Rune.TryGetRuneAt(_text, _position, out var whole) ? whole.ToString() : "\uFFFD";
        _problem = ConditionProblems.CharacterUnknown(_position, rune);
    }

    internal static bool IsWordStart(char character) => char.IsLetter(character) || character == '_';
}
