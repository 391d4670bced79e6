using System.Text;
using LoonFlow.Domain.Access;
using LoonFlow.Domain.Common;
using LoonFlow.Domain.Forms;
using LoonFlow.Domain.Tickets;
using LoonFlow.Tests.Support;
using LoonFlow.Web.Data.Demo;
using LoonFlow.Web.Features.Files;
using LoonFlow.Web.Features.Tickets;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace LoonFlow.Tests.Features.Files;

public sealed class StoreFileTests : IAsyncLifetime
{
    private TestApp _app = null!;

    public async Task InitializeAsync() => _app = await TestApp.StartAsync();

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task A_file_is_kept_with_its_clean_name_and_the_type_that_its_name_says()
    {
        var stored = (await UploadAsync("lin", "../proof.PDF")).Value;

        await using var db = await _app.DbAsync();
        var row = await db.Files.SingleAsync();
        Assert.Equal("proof.PDF", stored.Name);
        Assert.Equal(5, row.Size);
        Assert.Equal("application/pdf", row.ContentType);
        Assert.Null(row.Ticket);
        Assert.Equal("hello"u8.ToArray(), (await db.FileContents.SingleAsync()).Bytes);
    }

    [Theory]
    [InlineData("setup.exe", "hello", "file.type_not_allowed")]
    [InlineData("no-extension", "hello", "file.type_not_allowed")]
    [InlineData("empty.txt", "", "file.empty")]
    public async Task What_is_not_taken_leaves_nothing_behind(string name, string content, string code)
    {
        var result = await UploadAsync("lin", name, content);

        await using var db = await _app.DbAsync();
        Assert.Equal(code, result.Refusal!.Code);
        Assert.Empty(await db.Files.ToListAsync());
        Assert.Empty(await db.FileContents.ToListAsync());
    }

    [Fact]
    public async Task A_file_over_the_limit_is_refused()
    {
        var result = await UploadAsync("lin", "big.txt", new string('x', 20 * 1_048_576 + 1));

        Assert.Equal("file.too_large", result.Refusal!.Code);
    }

    [Fact]
    public async Task Until_it_is_sent_only_its_uploader_sees_it()
    {
        var file = (await UploadAsync("lin", "proof.pdf")).Value;

        Assert.NotNull(await FindAsync("lin", file.Id));
        Assert.Null(await FindAsync("wu", file.Id));
        Assert.Null(await FindAsync("anqi", file.Id));
    }

    [Fact]
    public async Task On_a_ticket_it_is_seen_by_those_who_see_the_ticket()
    {
        var file = (await UploadAsync("lin", "proof.pdf")).Value;
        await SubmitAsync("lin", file);

        Assert.NotNull(await FindAsync("lin", file.Id));
        Assert.NotNull(await FindAsync("wu", file.Id));
        Assert.Null(await FindAsync("cai", file.Id));
    }

    [Fact]
    public async Task Somebody_elses_upload_cannot_be_attached()
    {
        var file = (await UploadAsync("wu", "secret.pdf")).Value;

        var result = await SubmitAsync("lin", file);

        Assert.Equal("field.unknown_file", Assert.Single(result.Refusal!.Fields).Code);
    }

    [Fact]
    public async Task A_file_that_was_never_uploaded_cannot_be_attached()
    {
        var result = await SubmitAsync("lin", new AttachedFile(new FileId(Guid.CreateVersion7()), "ghost.pdf", 1));

        Assert.Equal("field.unknown_file", Assert.Single(result.Refusal!.Fields).Code);
    }

    [Fact]
    public async Task A_file_of_another_ticket_cannot_be_attached_again()
    {
        var file = (await UploadAsync("lin", "proof.pdf")).Value;
        await SubmitAsync("lin", file);

        var again = await SubmitAsync("lin", file);

        Assert.Equal("field.unknown_file", Assert.Single(again.Refusal!.Fields).Code);
    }

    [Fact]
    public async Task Uploads_that_nobody_sent_are_forgotten_after_two_days()
    {
        var old = (await UploadAsync("lin", "old.pdf")).Value;
        var sent = (await UploadAsync("lin", "sent.pdf")).Value;
        await SubmitAsync("lin", sent);
        _app.Clock.Advance(TimeSpan.FromDays(2) + TimeSpan.FromMinutes(1));
        var fresh = (await UploadAsync("lin", "fresh.pdf")).Value;

        var removed = await _app.UseCases.RunAsync((RemoveUnboundFilesHandler handler) => handler.HandleAsync(default));

        await using var db = await _app.DbAsync();
        Assert.Equal(1, removed.Value);
        Assert.Equal([sent.Id, fresh.Id], (await db.Files.Select(file => file.Id).ToListAsync()).OrderBy(id => id.Value));
        Assert.Equal(2, await db.FileContents.CountAsync());
        Assert.Null(await FindAsync("lin", old.Id));
    }

    [Fact]
    public async Task Of_several_instances_that_forget_uploads_at_once_each_is_forgotten_by_one()
    {
        await UploadAsync("lin", "first.txt");
        await UploadAsync("lin", "second.txt");
        _app.Clock.Advance(RemoveUnboundFiles.KeptFor + TimeSpan.FromMinutes(1));

        var removed = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() =>
            _app.UseCases.RunAsync((RemoveUnboundFilesHandler handler) => handler.HandleAsync(default)))));

        Assert.Equal([0, 0, 0, 2], removed.Select(result => result.Value).Order());
    }

    [Fact]
    public async Task Content_is_read_back_as_it_came()
    {
        var file = (await UploadAsync("lin", "proof.txt", "你好")).Value;

        using var scope = _app.Scope();
        await using var content = await scope.ServiceProvider.GetRequiredService<FileContents>().OpenAsync(file.Id, default);
        Assert.Equal("你好", await new StreamReader(content!).ReadToEndAsync());
    }

    private Task<Result<AttachedFile>> UploadAsync(string by, string name, string content = "hello") =>
        _app.AsAsync(by, (StoreFileHandler handler, Actor actor) => handler.HandleAsync(new StoreFile(name, new MemoryStream(Encoding.UTF8.GetBytes(content))), actor, default));

    private async Task<object?> FindAsync(string by, FileId id) => await _app.Get<FileQueries>().FindAsync(id, await _app.PersonAsync(by), default);

    private async Task<Result<TicketId>> SubmitAsync(string by, AttachedFile file)
    {
        var leave = await _app.WorkflowAsync("Leave");
        var form = TestAppLeaveExtensions.LeaveForm(2);
        var values = form.Values.ToDictionary(pair => pair.Key, pair => pair.Value);
        values[LeaveWorkflow.Proof] = new FieldValue.Files([file]);
        var command = new SubmitTicket(leave.Workflow, SubmissionRules.Available(leave)[0].Id, form with { Values = values });

        return await _app.AsAsync(by, (SubmitTicketHandler handler, Actor actor) => handler.HandleAsync(command, actor, default));
    }
}
