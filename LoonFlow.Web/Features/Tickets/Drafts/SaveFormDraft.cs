using System.Text;
using LoonFlow.Domain.Access;
using LoonFlow.Domain.Common;
using LoonFlow.Domain.Tickets;
using LoonFlow.Web.Data;
using LoonFlow.Web.Data.Json;
using LoonFlow.Web.Data.Rows;
using Microsoft.EntityFrameworkCore;

namespace LoonFlow.Web.Features.Tickets.Drafts;

/// <summary>Keeps what was typed into a form; nothing typed forgets it. Answers when the draft that is now kept was written.</summary>
public sealed record SaveFormDraft(string Form, DraftContent Content)
{
    /// <summary>More than a form can rightly hold. Beyond it the last draft stays: losing a little beats losing all.</summary>
    public const int MaxBytes = 262_144;
}

public sealed class SaveFormDraftHandler(LoonFlowDb db, TimeProvider clock)
{
    public async Task<Result<DateTimeOffset>> HandleAsync(SaveFormDraft command, Actor actor, CancellationToken ct)
    {
        if (actor is not Actor.Person person)
        {
            return TicketRefusals.UnknownActor;
        }

        var now = clock.GetUtcNow();
        var content = DomainJson.Write(command.Content);
        var draft = await db.FormDrafts.SingleOrDefaultAsync(draft => draft.UserId == person.Id.Value && draft.Form == command.Form, ct);

        if (Encoding.UTF8.GetByteCount(content) > SaveFormDraft.MaxBytes)
        {
            return draft?.ChangedAt ?? now;
        }

        if (command.Content.IsEmpty)
        {
            if (draft is not null)
            {
                db.FormDrafts.Remove(draft);
            }
        }
        else if (draft is null)
        {
            db.FormDrafts.Add(new FormDraft { UserId = person.Id.Value, Form = command.Form, Content = content, ChangedAt = now });
        }
        else
        {
            draft.Content = content;
            draft.ChangedAt = now;
        }

        return now;
    }
}
