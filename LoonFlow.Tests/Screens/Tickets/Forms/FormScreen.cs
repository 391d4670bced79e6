using Bunit;
using LoonFlow.Domain.Common;
using LoonFlow.Domain.Forms;
using LoonFlow.Tests.Support;
using LoonFlow.Web.Features;
using LoonFlow.Web.Features.Files;
using LoonFlow.Web.Features.Tickets.Forms;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.Extensions.DependencyInjection;

namespace LoonFlow.Tests.Screens.Tickets.Forms;

/// <summary>Draws forms for the cast.</summary>
public abstract class FormScreen : ScreenTest
{
    private int _changes;

    protected FormScreen()
    {
        Services.AddSingleton<ProblemTexts>();
        Services.AddSingleton<RefusalTexts>();
        Services.AddOptions<InstallationOptions>();
        Services.AddOptions<FilesOptions>();
        Services.AddSingleton<AntiforgeryStateProvider, NoToken>();
    }

    /// <summary>How often the form said that something was filled in.</summary>
    protected int Changes => _changes;

    protected IRenderedComponent<FieldForm> Draw(
        IReadOnlyList<FormEntry> entries, FieldValues? values = null, bool isNew = false, IReadOnlyList<FieldProblem>? problems = null, string? title = null) =>
        Render<FieldForm>(form => form
            .Add(f => f.Entries, entries)
            .Add(f => f.Title, title)
            .Add(f => f.Values, values ?? FieldValues.None)
            .Add(f => f.IsNew, isNew)
            .Add(f => f.Company, Cast.Company)
            .Add(f => f.Problems, problems ?? [])
            .Add(f => f.OnChanged, () => _changes++));

    /// <summary>What the form would send; asked where it may be asked.</summary>
    protected static Result<FieldChanges> Read(IRenderedComponent<FieldForm> form, bool requiresFields = true) =>
        form.InvokeAsync(() => form.Instance.Read(requiresFields)).GetAwaiter().GetResult();

    private sealed class NoToken : AntiforgeryStateProvider
    {
        public override AntiforgeryRequestToken? GetAntiforgeryToken() => null;
    }
}
