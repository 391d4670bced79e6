using LoonFlow.Domain.Forms;
using LoonFlow.Web.Controls;
using LoonFlow.Web.Features.Files;
using LoonFlow.Web.Resources;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using Microsoft.JSInterop;

namespace LoonFlow.Web.Features.Tickets.Forms.Editors;

/// <summary>Files go over HTTP straight to /files; the browser code reports how far it is and what the answer was.</summary>
public sealed partial class AttachmentEditor : FieldControl, IAsyncDisposable
{
    private readonly List<Upload> _uploads = [];
    private ElementReference _element;
    private JsModule? _module;
    private DotNetObjectReference<AttachmentEditor>? _self;
    private string? _said;

    [Inject]
    public required IStringLocalizer<FormsTexts> Texts { get; init; }

    [Inject]
    public required IOptions<FilesOptions> Options { get; init; }

    [Inject]
    public required AntiforgeryStateProvider Antiforgery { get; init; }

    [Inject]
    public required IJSRuntime Js { get; init; }

    private string InputId => $"{Ids.Input}-files";

    private IReadOnlyList<AttachedFile> Files => (Input.Value as FieldValue.Files)?.Values ?? [];

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            _self = DotNetObjectReference.Create(this);
            _module = new JsModule(Js, "upload");
            await _module.MountAsync(_element, _self, new
            {
                Token = Antiforgery.GetAntiforgeryToken()?.Value,
                Options.Value.MaxBytes,
                TooLarge = Texts["TooLarge", FileSizes.Of(Options.Value.MaxBytes)].Value,
                Failed = Texts["UploadFailed"].Value,
            });
        }
    }

    [JSInvokable]
    public void Began(int number, string name, long size)
    {
        _uploads.Add(new Upload(number, name, size));
        StateHasChanged();
    }

    [JSInvokable]
    public void Advanced(int number, int percent) => Change(number, upload => upload with { Percent = percent });

    [JSInvokable]
    public void Failed(int number, string message)
    {
        Change(number, upload => upload with { Problem = message });
        _said = message;
    }

    [JSInvokable]
    public async Task DoneAsync(int number, Guid id, string name, long size)
    {
        _uploads.RemoveAll(upload => upload.Number == number);
        _said = Texts["FileAdded", name];
        await FillAsync(new FieldValue.Files([.. Files, new AttachedFile(new FileId(id), name, size)]));
        StateHasChanged();
    }

    private void Change(int number, Func<Upload, Upload> change)
    {
        var index = _uploads.FindIndex(upload => upload.Number == number);

        if (index >= 0)
        {
            _uploads[index] = change(_uploads[index]);
            StateHasChanged();
        }
    }

    private async Task CancelAsync(Upload upload)
    {
        _uploads.Remove(upload);

        if (_module is not null)
        {
            await _module.CallAsync("cancel", upload.Number);
        }
    }

    private Task RemoveAsync(AttachedFile file)
    {
        _said = Texts["FileRemoved", file.Name];

        return FillAsync(new FieldValue.Files([.. Files.Where(each => each.Id != file.Id)]));
    }

    public async ValueTask DisposeAsync()
    {
        if (_module is not null)
        {
            await _module.DisposeAsync();
        }

        _self?.Dispose();
    }
}
