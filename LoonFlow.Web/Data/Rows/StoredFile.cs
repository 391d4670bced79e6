using LoonFlow.Domain.Forms;
using LoonFlow.Domain.Tickets;

namespace LoonFlow.Web.Data.Rows;

/// <summary>An uploaded file: who brought it and to which ticket it belongs. The bytes are with the file store.</summary>
public sealed class StoredFile
{
    public required FileId Id { get; init; }

    public required string Name { get; init; }

    public required string ContentType { get; init; }

    /// <summary>Bytes.</summary>
    public required long Size { get; init; }

    public required long UploadedBy { get; init; }

    public required DateTimeOffset UploadedAt { get; init; }

    /// <summary>Null until a form with this file was accepted; such files are seen by their uploader only.</summary>
    public TicketId? Ticket { get; set; }
}

/// <summary>The bytes of a file that is kept in the database.</summary>
public sealed class StoredFileContent
{
    public required FileId Id { get; init; }

    public required byte[] Bytes { get; init; }
}
