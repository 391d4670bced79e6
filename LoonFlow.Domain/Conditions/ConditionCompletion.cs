using System.Globalization;
using LoonFlow.Domain.Common;
using LoonFlow.Domain.Forms;
using LoonFlow.Domain.Organization;

namespace LoonFlow.Domain.Conditions;

/// <summary>What may be written at one place of a condition's text, and which part of the text it takes the place of.</summary>
/// <param name="Start">Where that part begins, counted from 0.</param>
/// <param name="End">Where it ends.</param>
/// <param name="Suggestions">What may stand there, the likeliest first.</param>
public sealed record ConditionCompletion(int Start, int End, IReadOnlyList<ConditionSuggestion> Suggestions)
{
    private const int Most = 50;

    private static readonly ConditionSuggestion NotIn = Word("not in (", "不属于", "is none of");
    private static readonly ConditionSuggestion NotContains = Word("not contains", "不包含", "does not contain");
    private static readonly ConditionSuggestion Empty = Word("empty", "为空", "is empty");
    private static readonly ConditionSuggestion NotEmpty = Word("not empty", "不为空", "is filled in");
    private static readonly ConditionSuggestion[] Joints = [Word("and", "并且", "both hold", SuggestionKind.Joint), Word("or", "或者", "one of them holds", SuggestionKind.Joint)];

    /// <summary>What fits where the caret stands.</summary>
    /// <param name="text">The whole text.</param>
    /// <param name="caret">Where the caret stands, counted from 0.</param>
    /// <param name="subjects">What may be asked about.</param>
    /// <param name="company">Who is there.</param>
    public static ConditionCompletion At(string text, int caret, IReadOnlyList<ConditionSubject> subjects, Company company)
    {
        caret = Math.Clamp(caret, 0, text.Length);
        var before = text[..caret];
        List<ConditionToken> said = [.. ConditionLexer.Read(before, out var problem).Where(token => token.Kind is not ConditionTokenKind.End)];
        var start = Typing(before, said, problem);
        var typed = before[start..].TrimStart('"', '\'', '“', '{');
        ConditionSuggestion[] fitting =
        [
            .. Expected(said, subjects, company)
                .Where(suggestion => Fits(suggestion, typed))
                .OrderByDescending(suggestion => suggestion.Insert.TrimStart('"', '{').StartsWith(typed, StringComparison.OrdinalIgnoreCase))
                .Take(Most),
        ];

        // What is written out already needs no list.
        return new ConditionCompletion(start, EndOf(text, caret), fitting is [var only] && only.Insert == before[start..] ? [] : fitting);
    }

    /// <summary>The text with a suggestion put in, and where the caret then stands.</summary>
    public (string Text, int Caret) Put(string text, ConditionSuggestion chosen)
    {
        var insert = chosen.Insert[^1] is '(' or '}' || (End < text.Length && text[End] == ' ') ? chosen.Insert : chosen.Insert + " ";

        return (text[..Start] + insert + text[End..], Start + insert.Length);
    }

    /// <summary>Where the word begins that is being written; taken out of what was said before it.</summary>
    private static int Typing(string before, List<ConditionToken> said, ConditionProblem? problem)
    {
        if (problem is { Code: "condition.text_unclosed" })
        {
            return problem.Position;
        }

        if (problem is { Code: "condition.field_unclosed" })
        {
            said.RemoveAt(said.Count - 1);

            return problem.Position;
        }

        if (said is [.., { Kind: ConditionTokenKind.Word or ConditionTokenKind.Field } last] && before.Length > 0 && !char.IsWhiteSpace(before[^1]) && before[^1] != '}')
        {
            said.RemoveAt(said.Count - 1);

            return last.Position;
        }

        return before.Length;
    }

    private static int EndOf(string text, int caret)
    {
        while (caret < text.Length && (ConditionLexer.IsWordStart(text[caret]) || char.IsDigit(text[caret])))
        {
            caret++;
        }

        return caret < text.Length && text[caret] is '"' or '\'' or '”' or '}' ? caret + 1 : caret;
    }

    private static IEnumerable<ConditionSuggestion> Expected(List<ConditionToken> said, IReadOnlyList<ConditionSubject> subjects, Company company)
    {
        var subject = said.Where(token => token.Kind is ConditionTokenKind.Field)
            .Select(token => subjects.FirstOrDefault(one => one.Key == token.Text))
            .LastOrDefault();

        return said switch
        {
            [] => [.. Fields(subjects), .. Negation()],
            [.., { Text: "sum" }, { Kind: ConditionTokenKind.Symbol, Text: "(" }, { Kind: ConditionTokenKind.Field }, { Kind: ConditionTokenKind.Symbol, Text: ")" }] => Operators(SubjectKind.Total),
            [.., { Kind: ConditionTokenKind.Field }] => Operators(subject?.Kind ?? SubjectKind.Text),
            [.., { Kind: ConditionTokenKind.Field }, { Kind: ConditionTokenKind.Word, Text: "not" }] => [Word("in (", "属于", "is one of"), Word("contains", "包含", "contains")],
            [.., { Kind: ConditionTokenKind.Word, Text: "is" }] => [Empty, NotEmpty],
            [.., { Kind: ConditionTokenKind.Word, Text: "in" }, { Kind: ConditionTokenKind.Symbol, Text: "(" or "[" }] => Values(subject, company),
            [.., { Kind: ConditionTokenKind.Symbol, Text: "," }] => Values(subject, company),
            [.., { Kind: ConditionTokenKind.Word, Text: "contains" or "in" }] => Values(subject, company),
            [.., { Kind: ConditionTokenKind.Symbol, Text: "==" or "=" or "!=" or "<>" or "<" or "<=" or ">" or ">=" }] => [.. Values(subject, company), .. Alike(subject, subjects)],
            [.., { Kind: ConditionTokenKind.Word, Text: "and" or "or" or "not" } or { Kind: ConditionTokenKind.Symbol, Text: "&&" or "||" or "!" or "(" }] => [.. Fields(subjects), .. Negation()],
            [.., { Kind: ConditionTokenKind.Symbol, Text: "+" or "-" or "*" or "/" }] => Fields(subjects),
            _ => Joints,
        };
    }

    private static IEnumerable<ConditionSuggestion> Fields(IEnumerable<ConditionSubject> subjects) =>
        subjects.Select(subject => new ConditionSuggestion(subject.Kind is SubjectKind.Total ? subject.Key : ConditionWriter.Field(subject.Key), subject.Name, SuggestionKind.Field));

    private static ConditionSuggestion[] Negation() => [Word("not", "非", "not")];

    private static IEnumerable<ConditionSuggestion> Operators(SubjectKind kind) =>
        RowOperators.For(kind).Select(by => by switch
        {
            RowOperator.Equal => Word("==", "等于", "is"),
            RowOperator.NotEqual => Word("!=", "不等于", "is not"),
            RowOperator.Less => Word("<", "小于", "is less than"),
            RowOperator.LessOrEqual => Word("<=", "不大于", "is at most"),
            RowOperator.Greater => Word(">", "大于", "is more than"),
            RowOperator.GreaterOrEqual => Word(">=", "不小于", "is at least"),
            RowOperator.In => Word("in (", "属于", "is one of"),
            RowOperator.NotIn => NotIn,
            RowOperator.Contains => Word("contains", "包含", "contains"),
            RowOperator.NotContains => NotContains,
            RowOperator.Empty => Empty with { Insert = "is empty" },
            _ => NotEmpty with { Insert = "is not empty" },
        });

    private static IEnumerable<ConditionSuggestion> Values(ConditionSubject? subject, Company company) => subject switch
    {
        { Kind: SubjectKind.Choice or SubjectKind.Choices, Field: { } field } => field.Choices.Select(choice => Value(ConditionWriter.Quoted(choice.Key), choice.Name)),
        { Kind: SubjectKind.Boolean } => [Value("true", new Caption(ValueTexts.Answer(subject.Field, true, "zh"), ValueTexts.Answer(subject.Field, true, "en"))), Value("false", new Caption(ValueTexts.Answer(subject.Field, false, "zh"), ValueTexts.Answer(subject.Field, false, "en")))],
        { Kind: SubjectKind.Person or SubjectKind.People } => company.Users.Where(user => user.IsActive).Select(user => Value(ConditionWriter.Quoted(user.UserName), user.Name)),
        { Kind: SubjectKind.Department } => company.Departments.Select(department => Value(Number(department.Id.Value), department.Name)),
        { Kind: SubjectKind.Role } => company.Roles.Select(role => Value(Number(role.Id.Value), role.Name)),
        _ => [],
    };

    /// <summary>Other fields that hold the same sort of value.</summary>
    private static IEnumerable<ConditionSuggestion> Alike(ConditionSubject? subject, IReadOnlyList<ConditionSubject> subjects) =>
        subject is { Kind: SubjectKind.Number or SubjectKind.Date or SubjectKind.Moment } ? Fields(subjects.Where(other => other.Kind == subject.Kind && other.Key != subject.Key)) : [];

    private static bool Fits(ConditionSuggestion suggestion, string typed) =>
        suggestion.Insert.Contains(typed, StringComparison.OrdinalIgnoreCase)
        || suggestion.Name.Text.Contains(typed, StringComparison.OrdinalIgnoreCase)
        || suggestion.Name.English?.Contains(typed, StringComparison.OrdinalIgnoreCase) is true;

    private static ConditionSuggestion Value(string insert, Caption name) => new(insert, name, SuggestionKind.Value);

    private static ConditionSuggestion Word(string insert, string chinese, string english, SuggestionKind kind = SuggestionKind.Operator) => new(insert, new Caption(chinese, english), kind);

    private static string Number(long id) => id.ToString(CultureInfo.InvariantCulture);
}
