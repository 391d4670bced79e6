using Bunit;
using LoonFlow.Domain.Access;
using LoonFlow.Domain.Workflows;
using LoonFlow.Domain.Workflows.Changes;
using LoonFlow.Tests.Support;
using LoonFlow.Web.Controls;
using LoonFlow.Web.Features.Workflows.Designer;
using LoonFlow.Web.Features.Workflows.Designer.Versions;
using LoonFlow.Web.Features.Workflows.Drafts;
using LoonFlow.Web.Features.Workflows.Versions;
using LoonFlow.Web.Resources;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;

namespace LoonFlow.Tests.Screens.Workflows.Designer.Versions;

public sealed class VersionsViewTests : AppScreenTest
{
    private const string Admin = "anqi";

    [Theory]
    [InlineData("en")]
    [InlineData("zh-CN")]
    public void Every_property_has_a_name(string culture)
    {
        Speak(culture);
        var texts = Services.GetRequiredService<IStringLocalizer<VersionTexts>>();

        Assert.All(DocumentParts.Codes, code => Assert.False(texts[$"Property.{code}"].ResourceNotFound, code));
    }

    [Fact]
    public async Task What_is_edited_and_what_is_published_are_compared_in_words()
    {
        var (view, session) = await OpenAsync();

        var leader = session.Document.States.First(state => state.Name.English == "Leader approval");
        await view.InvokeAsync(() => session.Edit("Rename", document => document with
        {
            SerialPrefix = "L",
            States = [.. document.States.Select(state => state.Id == leader.Id ? state with { Name = "Boss", IsHidden = true } : state)],
        }));
        view.Render();

        Assert.Contains("Changes since what is published: 2", view.Find("tbody tr").TextContent, StringComparison.Ordinal);
        Assert.Contains("Boss", view.Find(".diff-list").TextContent, StringComparison.Ordinal);
        Assert.Contains(view.FindAll(".diff-properties li"), line => line.TextContent.Contains("Hidden", StringComparison.Ordinal) && line.TextContent.Contains("Yes", StringComparison.Ordinal));
        Assert.Contains("Boss – changed", view.Find(".flow-chart ol").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_old_version_is_published_again_after_a_question()
    {
        var leave = await App.WorkflowAsync("Leave");
        await App.AsAsync(Admin, (SaveDraftHandler handler, Actor actor) =>
            handler.HandleAsync(new SaveDraft(leave.Workflow, 0, leave.Document, leave.Document with { Icon = "sunny" }), actor, default));
        await App.AsAsync(Admin, (PublishDraftHandler handler, Actor actor) => handler.HandleAsync(new PublishDraft(leave.Workflow, 1, "With sun"), actor, default));
        var (view, _) = await OpenAsync();

        Assert.Contains("With sun", view.Find("tbody").TextContent, StringComparison.Ordinal);
        Assert.Equal(["Version 1", "Version 2"], view.FindAll(".diff-choose option[selected]").Select(one => one.TextContent));
        await view.InvokeAsync(() => view.Find("button[aria-label='Publish again: version 1']").Click());
        await view.InvokeAsync(() => view.Find("dialog .lf-button--primary").Click());

        view.WaitForAssertion(() => Assert.Contains("Back to version 1", view.Find("tbody").TextContent, StringComparison.Ordinal));
        Assert.Contains("Version 3", view.Find("tbody").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_workflow_is_archived_after_a_question()
    {
        var (view, _) = await OpenAsync();

        await view.InvokeAsync(() => view.Find(".versions-acts button").Click());
        await view.InvokeAsync(() => view.Find("dialog .lf-button--danger").Click());

        view.WaitForAssertion(() => Assert.Contains("Archived", view.Find(".versions-acts").TextContent, StringComparison.Ordinal));
        Assert.Equal("Take out of the archive", view.Find(".versions-acts button").TextContent);
    }

    [Fact]
    public async Task What_was_just_edited_is_discarded_although_it_is_saved_only_now()
    {
        var (view, session) = await OpenAsync();
        await view.InvokeAsync(() => session.Edit("Sun", document => document with { Icon = "sunny" }));
        view.Render();

        await view.InvokeAsync(() => view.Find("tbody tr button").Click());
        view.WaitForElement("dialog .lf-button--danger");
        await view.InvokeAsync(() => view.Find("dialog .lf-button--danger").Click());

        view.WaitForAssertion(() => Assert.Empty(view.FindAll("dialog")));
        Assert.Empty(view.FindAll(".versions-refusal"));
        var draft = await App.Get<DesignQueries>().FindAsync(session.Workflow.Id, session.Person, default);
        Assert.Equal((2, draft!.Published!.Document.Icon), (draft.Revision, draft.Document.Icon));
    }

    [Fact]
    public async Task A_second_press_on_publish_again_publishes_once()
    {
        var leave = await App.WorkflowAsync("Leave");
        await App.AsAsync(Admin, (SaveDraftHandler handler, Actor actor) =>
            handler.HandleAsync(new SaveDraft(leave.Workflow, 0, leave.Document, leave.Document with { Icon = "sunny" }), actor, default));
        await App.AsAsync(Admin, (PublishDraftHandler handler, Actor actor) => handler.HandleAsync(new PublishDraft(leave.Workflow, 1, "With sun"), actor, default));
        var (view, _) = await OpenAsync();
        await view.InvokeAsync(() => view.Find("button[aria-label='Publish again: version 1']").Click());

        await view.InvokeAsync(() =>
        {
            var button = view.Find("dialog .lf-button--primary");

            return Task.WhenAll(button.ClickAsync(), button.ClickAsync());
        });

        view.WaitForAssertion(() => Assert.Contains("Version 3", view.Find("tbody").TextContent, StringComparison.Ordinal));
        Assert.Empty(view.FindAll(".versions-refusal"));
    }

    private async Task<(IRenderedComponent<VersionsView> View, DesignerSession Session)> OpenAsync()
    {
        await SignInAsync(Admin);
        var person = await App.PersonAsync(Admin);
        Services.AddSingleton(App.Get<VersionQueries>());
        Services.AddSingleton<Toasts>();
        var leave = await App.WorkflowAsync("Leave");
        var design = await App.Get<DesignQueries>().FindAsync(leave.Workflow, person, default);
        var session = new DesignerSession(design!.Workflow, design.Document, design.Known, person, App.Get<DesignQueries>().TakeIdsAsync);
        var autosave = new DraftAutosave(App.UseCases, App.Clock, session, design.Revision, work => work());
        var view = Render<VersionsView>(parameters => parameters.Add(one => one.Session, session).Add(one => one.Autosave, autosave));
        view.WaitForAssertion(() => Assert.NotEmpty(view.FindAll("tbody tr")));

        return (view, session);
    }
}
