using System.Text;
using LoonFlow.Domain.Common;
using LoonFlow.Web.Features.Settings.Scripts;
using Microsoft.AspNetCore.Http.Features;

namespace LoonFlow.Web.Api.V1;

/// <summary>A script as loonflow's callers upload it: a form with parts. Null is what they left out.</summary>
internal sealed record ScriptUpload(string? Name, string? Description, bool? IsActive, string? Content)
{
    public const string File = "file";
    public const string ScriptName = "script_name";
    public const string ScriptDescription = "script_desc";
    public const string Interpreter = "python";

    private const string Extension = ".py";

    private static readonly FormOptions Limits = new() { ValueCountLimit = 20, ValueLengthLimit = 10_000 };
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static async Task<Result<ScriptUpload>> ReadAsync(ApiRequest request, CancellationToken ct)
    {
        var http = request.Context.Request;

        if (!http.HasFormContentType)
        {
            return ApiRefusals.FormMissing;
        }

        try
        {
            var form = await new FormFeature(http, Limits).ReadFormAsync(ct);
            var problems = new List<FieldProblem>();
            var active = Flag(form, problems);
            var content = form.Files.GetFile(File) is { } file ? await ContentAsync(file, problems, ct) : null;

            return problems is [] ? new ScriptUpload(Value(form, ScriptName), Value(form, ScriptDescription), active, content) : ApiRefusals.MembersWrong with { Fields = problems };
        }
        catch (Exception malformed) when (malformed is InvalidDataException or IOException)
        {
            // Boundaries, sizes or counts that no form has, or a form that ends too soon; nothing of it was used.
            return ApiRefusals.FormMissing;
        }
    }

    private static async Task<string?> ContentAsync(IFormFile file, List<FieldProblem> problems, CancellationToken ct)
    {
        if (!file.FileName.EndsWith(Extension, StringComparison.OrdinalIgnoreCase))
        {
            problems.Add(new FieldProblem(File, "api.file_not_python", $"“{File}” takes a Python script, whose name ends in {Extension}.") { Arguments = [File, Extension] });

            return null;
        }

        // Four bytes are the longest character.
        if (file.Length > ScriptFormRules.MaxContentLength * 4L)
        {
            problems.Add(ApiProblems.TooLong(File, ScriptFormRules.MaxContentLength));

            return null;
        }

        using var bytes = new MemoryStream();
        await file.CopyToAsync(bytes, ct);

        try
        {
            return Strict.GetString(bytes.GetBuffer(), 0, (int)bytes.Length).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException)
        {
            // Some other encoding, or no text at all.
            problems.Add(ApiProblems.NotText(File));

            return null;
        }
    }

    private static bool? Flag(IFormCollection form, List<FieldProblem> problems)
    {
        switch (Value(form, "is_active")?.ToLowerInvariant())
        {
            case null or "":
                return null;
            case "1" or "true":
                return true;
            case "0" or "false":
                return false;
            default:
                problems.Add(ApiProblems.NotAFlag("is_active"));
                return null;
        }
    }

    private static string? Value(IFormCollection form, string name) => form.TryGetValue(name, out var values) ? values.ToString() : null;
}
