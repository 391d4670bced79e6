using LoonFlow.Domain.Common;

namespace LoonFlow.Web.Features.Notices;

/// <summary>Every way in which choices about notices are not taken. Codes are stable; screens translate by code.</summary>
public static class NoticeRefusals
{
    public static readonly Refusal ChoiceUnknown =
        new(RefusalKind.Invalid, "notice.choice_unknown", "Say for each kind of notice whether mail comes at once, once a day or not at all.");

    public static readonly Refusal LanguageUnknown =
        new(RefusalKind.Invalid, "notice.language_unknown", "Mails are written in English (en) or Chinese (zh-CN); choose one of them.");
}
