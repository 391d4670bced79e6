using LoonFlow.Domain.Access;
using LoonFlow.Domain.Common;
using LoonFlow.Domain.Forms;
using LoonFlow.Tests.Support;
using LoonFlow.Tests.Support.Workflows;
using LoonFlow.Web.Data.Rows;
using LoonFlow.Web.Features.Tickets.Drafts;
using Microsoft.EntityFrameworkCore;

namespace LoonFlow.Tests.Features.Tickets.Drafts;

public sealed class SaveFormDraftTests : IAsyncLifetime
{
    private const string Form = "new:1061";

    private static readonly DraftContent Typed = new(
        Support.Workflows.Form.With("Holiday", [.. Fields.Types.Select(type => (Fields.KeyOf(type), (FieldValue?)Fields.Sample(type))), ("cleared", null)]),
        new Dictionary<string, string> { ["days"] = "2x" },
        "please");

    private TestApp _app = null!;

    public async Task InitializeAsync() => _app = await TestApp.StartAsync();

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task Everything_that_was_typed_comes_back()
    {
        await SaveAsync("lin", Typed);

        var kept = (await FindAsync("lin"))!;

        Assert.Equal(Typed.Changes.Title, kept.Content.Changes.Title);
        Assert.Equal(Typed.Changes.Values.OrderBy(pair => pair.Key), kept.Content.Changes.Values.OrderBy(pair => pair.Key));
        Assert.Equal("2x", kept.Content.Typed["days"]);
        Assert.Equal("please", kept.Content.Comment);
        Assert.Equal(_app.Clock.GetUtcNow(), kept.ChangedAt);
    }

    [Fact]
    public async Task A_draft_is_its_writers_alone()
    {
        await SaveAsync("lin", Typed);

        Assert.Null(await FindAsync("wu"));
    }

    [Fact]
    public async Task The_latest_text_takes_the_place_of_the_one_before()
    {
        await SaveAsync("lin", Typed);

        await SaveAsync("lin", Typed with { Comment = "later" });

        Assert.Equal("later", (await FindAsync("lin"))!.Content.Comment);
    }

    [Fact]
    public async Task Nothing_typed_forgets_the_draft()
    {
        await SaveAsync("lin", Typed);

        await SaveAsync("lin", DraftContent.Empty);
        await SaveAsync("lin", DraftContent.Empty);

        Assert.Null(await FindAsync("lin"));
    }

    [Fact]
    public async Task A_text_without_bounds_leaves_the_last_draft_as_it_is()
    {
        await SaveAsync("lin", Typed);

        var result = await SaveAsync("lin", Typed with { Comment = new string('很', SaveFormDraft.MaxBytes / 3) });

        Assert.True(result.Succeeded);
        Assert.Equal("please", (await FindAsync("lin"))!.Content.Comment);
    }

    [Fact]
    public async Task A_draft_that_cannot_be_read_is_as_if_there_were_none()
    {
        await using var db = await _app.DbAsync();
        db.FormDrafts.Add(new FormDraft { UserId = (await _app.PersonAsync("lin")).Id.Value, Form = Form, Content = "{\"changes\": 7" });
        await db.SaveChangesAsync();

        Assert.Null(await FindAsync("lin"));
    }

    [Fact]
    public async Task Keys_pressed_within_a_second_are_written_once()
    {
        var text = string.Empty;
        var saved = 0;
        await using var keeper = new DraftKeeper(_app.UseCases, _app.Clock, await _app.PersonAsync("lin"), Form, () => DraftContent.Empty with { Comment = text }, run => run());
        keeper.Saved += () => saved++;

        foreach (var letter in "hello")
        {
            text += letter;
            keeper.Touch();
        }

        _app.Clock.Advance(TimeSpan.FromSeconds(1));
        await keeper.DisposeAsync();

        Assert.Equal(1, saved);
        Assert.Equal("hello", (await FindAsync("lin"))!.Content.Comment);
    }

    [Fact]
    public async Task Leaving_the_form_writes_what_a_second_would_have()
    {
        var keeper = new DraftKeeper(_app.UseCases, _app.Clock, await _app.PersonAsync("lin"), Form, () => DraftContent.Empty with { Comment = "hello" }, run => run());

        keeper.Touch();
        await keeper.DisposeAsync();

        Assert.Equal("hello", (await FindAsync("lin"))!.Content.Comment);
    }

    [Fact]
    public async Task What_was_sent_is_not_written_again_on_leaving()
    {
        var keeper = new DraftKeeper(_app.UseCases, _app.Clock, await _app.PersonAsync("lin"), Form, () => DraftContent.Empty with { Comment = "hello" }, run => run());

        keeper.Touch();
        await keeper.ForgetAsync();
        await keeper.DisposeAsync();

        await using var db = await _app.DbAsync();
        Assert.Empty(await db.FormDrafts.ToListAsync());
    }

    private Task<Result<DateTimeOffset>> SaveAsync(string by, DraftContent content) =>
        _app.AsAsync(by, (SaveFormDraftHandler handler, Actor actor) => handler.HandleAsync(new SaveFormDraft(Form, content), actor, default));

    private async Task<KeptDraft?> FindAsync(string by) => await _app.Get<FormDraftQueries>().FindAsync(Form, await _app.PersonAsync(by), default);
}
