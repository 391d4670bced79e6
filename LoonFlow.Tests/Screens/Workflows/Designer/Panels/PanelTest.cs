using Bunit;
using LoonFlow.Domain.Forms;
using LoonFlow.Domain.Organization;
using LoonFlow.Domain.Workflows;
using LoonFlow.Tests.Support;
using LoonFlow.Tests.Support.Workflows;
using LoonFlow.Web.Features;
using LoonFlow.Web.Features.Workflows;
using LoonFlow.Web.Features.Workflows.Designer;
using LoonFlow.Web.Features.Workflows.Designer.Panels;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace LoonFlow.Tests.Screens.Workflows.Designer.Panels;

/// <summary>Renders a panel over a session as the designer's page does: again whenever something of it changed.</summary>
public abstract class PanelTest : ScreenTest
{
    private static readonly Workflow Known = new() { Id = new WorkflowId(1), Name = "Leave", Published = new VersionId(1) };
    private static readonly Workflow Other = new() { Id = new WorkflowId(2), Name = "Purchase", Published = new VersionId(2) };

    private long _lastId = 1_000;

    protected PanelTest()
    {
        Services.AddSingleton<RefusalTexts>();
        Services.AddSingleton<ProblemTexts>();
        Services.AddOptions<InstallationOptions>();
    }

    internal DesignerSession Open(WorkflowDocument? document = null, Company? company = null)
    {
        var child = new WorkflowVersion(new VersionId(2), Other.Id, 1, new Sketch("Purchase").Field("buyer", FieldType.User).Field("amount", FieldType.Decimal).Start(new StateId(21), "New").Document);
        var known = new DesignerReferences(
            company ?? Cast.Company,
            new Dictionary<WorkflowId, Workflow> { [Known.Id] = Known, [Other.Id] = Other },
            [new KnownScript(1, "Tidy up", "tidy.py", IsActive: true)],
            ["oa"],
            [new KnownChannel(7, "Team chat")])
        {
            Versions = new Dictionary<WorkflowId, WorkflowVersion> { [Other.Id] = child },
        };

        return new DesignerSession(Known, document ?? Leave.Document, known, Cast.Actor(Cast.Rita), count => Task.FromResult<IReadOnlyList<long>>([.. Enumerable.Range(0, count).Select(_ => ++_lastId)]));
    }

    internal IRenderedComponent<StatePanel> Draw(DesignerSession session, StateId state) =>
        Follow(session, Render<StatePanel>(parameters => parameters.Add(panel => panel.Session, session).Add(panel => panel.State, state)));

    internal IRenderedComponent<TransitionPanel> Draw(DesignerSession session, TransitionId transition) =>
        Follow(session, Render<TransitionPanel>(parameters => parameters.Add(panel => panel.Session, session).Add(panel => panel.Transition, transition)));

    internal static IRenderedComponent<T> Follow<T>(DesignerSession session, IRenderedComponent<T> panel)
        where T : IComponent
    {
        session.Changed += () => panel.InvokeAsync(() => panel.Render());

        return panel;
    }
}
