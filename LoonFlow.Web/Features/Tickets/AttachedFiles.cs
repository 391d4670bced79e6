using LoonFlow.Domain.Access;
using LoonFlow.Domain.Forms;
using LoonFlow.Domain.Tickets;
using LoonFlow.Web.Data;
using LoonFlow.Web.Data.Rows;
using Microsoft.EntityFrameworkCore;

namespace LoonFlow.Web.Features.Tickets;

/// <summary>The uploaded files that a request names: which of them its sender may attach, and binding them to the ticket.</summary>
public sealed class AttachedFiles(LoonFlowDb db)
{
    private readonly List<StoredFile> _named = [];

    /// <summary>Costs no query when no file is named.</summary>
    public async Task<IReadOnlySet<FileId>> UsableAsync(FieldChanges sent, Actor actor, TicketId? ticket, CancellationToken ct)
    {
        FileId[] ids = [.. sent.Values.Values.OfType<FieldValue.Files>().SelectMany(files => files.Values).Select(file => file.Id)];

        if (ids is [] || actor is not Actor.Person person)
        {
            return new HashSet<FileId>();
        }

        _named.AddRange(await db.Files
            .Where(file => ids.Contains(file.Id))
            .Where(file => file.Ticket == null ? file.UploadedBy == person.Id.Value : file.Ticket == ticket)
            .ToListAsync(ct));

        return _named.Select(file => file.Id).ToHashSet();
    }

    /// <summary>What was sent, with the names and sizes that the files were stored with.</summary>
    public FieldChanges Named(FieldChanges sent) => _named is [] ? sent : sent with
    {
        Values = sent.Values.ToDictionary(
            pair => pair.Key,
            pair => pair.Value is FieldValue.Files files ? new FieldValue.Files([.. files.Values.Select(Stored)]) : pair.Value,
            StringComparer.Ordinal),
    };

    public void Bind(TicketId ticket)
    {
        foreach (var file in _named)
        {
            file.Ticket = ticket;
        }
    }

    private AttachedFile Stored(AttachedFile file) => _named.Find(stored => stored.Id == file.Id) is { } stored ? new AttachedFile(stored.Id, stored.Name, stored.Size) : file;
}
