using LoonFlow.Domain.Organization;
using LoonFlow.Web.Notifiers;
using Microsoft.Extensions.Options;

namespace LoonFlow.Web.Features.Notices;

/// <summary>Whether, and under which address, people can be reached by mail.</summary>
public sealed class NoticeMail(IOptions<MailOptions> options)
{
    public bool IsSetUp => options.Value.IsOn;

    public bool Reaches(User person) => IsSetUp && person.Email.Length > 0;

    public static NoticeRecipient RecipientOf(User person, string language) => new(person.UserName, person.Name, person.Email, person.Phone, language);
}
