using System.ComponentModel.DataAnnotations;

namespace LoonFlow.Web.Features.Files;

public enum FileStoreKind
{
    Database,
    Folder,
}

/// <summary>Settings "Files": where uploaded files are kept, and which are taken.</summary>
public sealed class FilesOptions : IValidatableObject
{
    /// <summary>Types that run code where they are opened; they are not taken whatever the setting allows.</summary>
    private static readonly string[] Executable =
        [".exe", ".dll", ".com", ".bat", ".cmd", ".msi", ".scr", ".ps1", ".vbs", ".js", ".mjs", ".jar", ".sh", ".hta", ".lnk", ".html", ".htm", ".svg", ".xhtml"];

    public FileStoreKind Store { get; set; } = FileStoreKind.Database;

    [Range(typeof(long), "1024", "1073741824", ErrorMessage = "Files:MaxBytes takes 1024 (1 KB) to 1073741824 (1 GB).")]
    public long MaxBytes { get; set; } = 20 * 1_048_576;

    public string AllowedExtensions { get; set; } =
        ".pdf .doc .docx .xls .xlsx .ppt .pptx .odt .ods .odp .wps .et .dps .rtf .ofd .txt .md .csv .log .json .xml .yml .yaml .sql .eml .msg "
        + ".png .jpg .jpeg .gif .webp .bmp .heic .tif .tiff .mp3 .wav .m4a .mp4 .mov .webm .zip .rar .7z .gz .tgz .tar .vsd .vsdx .drawio .dwg .psd";

    /// <summary>The extensions one by one.</summary>
    public IReadOnlyList<string> Extensions => AllowedExtensions.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    public bool Allows(string name) => Extensions.Contains(Path.GetExtension(name), StringComparer.OrdinalIgnoreCase);

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        foreach (var extension in Extensions)
        {
            if (extension is not ['.', _, ..] || !extension[1..].All(char.IsAsciiLetterOrDigit))
            {
                yield return new ValidationResult($"Files:AllowedExtensions: “{extension}” is not an extension; write them as “.pdf .png”.");
            }
            else if (Executable.Contains(extension, StringComparer.OrdinalIgnoreCase))
            {
                yield return new ValidationResult($"Files:AllowedExtensions: {extension} files can run code and are never taken.");
            }
        }
    }
}
