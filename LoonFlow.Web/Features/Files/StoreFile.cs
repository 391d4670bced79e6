using LoonFlow.Domain.Access;
using LoonFlow.Domain.Common;
using LoonFlow.Domain.Forms;
using LoonFlow.Domain.Tickets;
using LoonFlow.Web.Data;
using LoonFlow.Web.Data.Rows;
using LoonFlow.Web.Features.Organization;
using Microsoft.Extensions.Options;

namespace LoonFlow.Web.Features.Files;

/// <summary>Takes an uploaded file. It is its uploader's alone until a form with it is accepted.</summary>
public sealed record StoreFile(string Name, Stream Content);

public sealed class StoreFileHandler(LoonFlowDb db, CompanyStore companies, FileContents contents, IOptions<FilesOptions> options, TimeProvider clock)
{
    public async Task<Result<AttachedFile>> HandleAsync(StoreFile command, Actor actor, CancellationToken ct)
    {
        if (actor is not Actor.Person person || Actor.Of(person.Id, await companies.GetAsync(ct)) is null)
        {
            return TicketRefusals.UnknownActor;
        }

        var name = FileNames.Cleaned(command.Name);

        if (!options.Value.Allows(name))
        {
            return FileRefusals.TypeNotAllowed(name);
        }

        var id = new FileId(Guid.CreateVersion7());

        if (await contents.SaveAsync(id, command.Content, options.Value.MaxBytes, ct) is not { } size)
        {
            return FileRefusals.TooLarge(name, options.Value.MaxBytes);
        }

        if (size == 0)
        {
            await contents.DeleteAsync(id, ct);

            return FileRefusals.Empty(name);
        }

        db.Files.Add(new StoredFile
        {
            Id = id,
            Name = name,
            ContentType = FileNames.ContentTypeOf(name),
            Size = size,
            UploadedBy = person.Id.Value,
            UploadedAt = clock.GetUtcNow(),
        });

        return new AttachedFile(id, name, size);
    }
}
