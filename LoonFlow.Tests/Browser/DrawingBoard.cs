using System.Globalization;
using LoonFlow.Domain.Access;
using LoonFlow.Domain.Workflows;
using LoonFlow.Web.Features;
using LoonFlow.Web.Features.Organization;
using LoonFlow.Web.Features.Workflows.Drafts;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace LoonFlow.Tests.Browser;

/// <summary>A designer's canvas in a real browser: what a hand on a mouse does there.</summary>
public sealed class DrawingBoard(IPage page)
{
    /// <summary>A browser waits longer with each try before it connects again. In milliseconds.</summary>
    private const float LongestReconnect = 90_000;

    public IPage Page => page;

    public ILocator Sheet => page.Locator("[data-sheet]");

    public ILocator States => page.Locator(".x6-node[data-cell-id^='s']");

    public ILocator Lines => page.Locator(".x6-edge");

    public static async Task<DrawingBoard> OpenAsync(Site site, WorkflowDocument document, string language = "en", bool isPhone = false, bool isDark = false)
    {
        var id = await BeginAsync(site, document);
        var designer = await site.VisitAsync(language, isPhone, isDark);
        await designer.SignInAsync("anqi");
        var board = new DrawingBoard(designer.Page);
        await board.GoAsync(id);

        return board;
    }

    public static async Task<WorkflowId> BeginAsync(Site site, WorkflowDocument document)
    {
        var company = await site.Services.GetRequiredService<CompanyStore>().GetAsync(CancellationToken.None);
        var person = Actor.Of(company.UserNamed("anqi")!.Id, company)!;
        var begun = await site.Services.GetRequiredService<UseCases>()
            .RunAsync((StartWorkflowHandler handler) => handler.HandleAsync(new StartWorkflow(document), person, CancellationToken.None));

        return begun.Value;
    }

    public async Task GoAsync(WorkflowId id)
    {
        await page.GotoAsync($"/workflows/{id.Value}/design");
        await ReadyAsync();
    }

    public Task ReadyAsync() => Assertions.Expect(page.Locator(".flow-canvas[data-ready]")).ToBeAttachedAsync();

    /// <summary>Drags something from the palette; the place is a share of the canvas.</summary>
    public async Task DropAsync(string template, double x, double y)
    {
        var tile = await CenterAsync(page.Locator($"[data-template={template}]"));
        var sheet = (await Sheet.BoundingBoxAsync())!;
        await DragAsync(tile, ((float)(sheet.X + (sheet.Width * x)), (float)(sheet.Y + (sheet.Height * y))));
    }

    public ILocator Named(string name) => States.Filter(new() { HasText = name });

    public async Task ConnectAsync(ILocator from, string side, ILocator to)
    {
        await from.HoverAsync();
        await DragAsync(await CenterAsync(from.Locator($"[data-port={side}]")), await CenterAsync(to));
    }

    public async Task DragAsync((float X, float Y) from, (float X, float Y) to)
    {
        await page.Mouse.MoveAsync(from.X, from.Y);
        await page.Mouse.DownAsync();
        await page.Mouse.MoveAsync((from.X + to.X) / 2, (from.Y + to.Y) / 2, new() { Steps = 4 });
        await page.Mouse.MoveAsync(to.X, to.Y, new() { Steps = 4 });
        await page.Mouse.UpAsync();
    }

    public static async Task<(float X, float Y)> CenterAsync(ILocator locator)
    {
        var box = (await locator.BoundingBoxAsync())!;

        return (box.X + (box.Width / 2), box.Y + (box.Height / 2));
    }

    /// <summary>Where it stands on the canvas, at 100 %.</summary>
    public static async Task<(double X, double Y)> PlaceAsync(ILocator state)
    {
        var numbers = (await state.GetAttributeAsync("transform"))!.Split('(', ',', ')').Skip(1).Take(2)
            .Select(number => double.Parse(number, CultureInfo.InvariantCulture)).ToArray();

        return (numbers[0], numbers[1]);
    }

    /// <summary>Whether the server has heard everything.</summary>
    public Task ToldAsync() => page.WaitForFunctionAsync(
        "() => !Object.keys(sessionStorage).some(key => key.startsWith('lf-canvas'))", null, new() { Timeout = LongestReconnect });

    /// <summary>Whether everything that was done is painted, too.</summary>
    public Task DrawnAsync() => page.EvaluateAsync("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))");

    /// <summary>The picture of the lines: which way each takes, and where its words stand.</summary>
    public Task<string[]> LinesDrawnAsync() => page.EvaluateAsync<string[]>(
        """
        () => [...document.querySelectorAll('.x6-edge')].map(line => [
            line.dataset.cellId, line.querySelector('.fc-line').getAttribute('d'), line.querySelector('.x6-edge-label').getAttribute('transform'),
        ].join(' ')).sort()
        """);

    /// <summary>The words of lines that a state hides.</summary>
    public Task<string[]> HiddenCaptionsAsync() => page.EvaluateAsync<string[]>(
        """
        () => {
            const cards = [...document.querySelectorAll('.x6-node .fc-body')].map(card => card.getBoundingClientRect());
            const covers = (a, b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
            return [...document.querySelectorAll('.x6-edge')].filter(line => cards.some(card => covers(card, line.querySelector('.fc-caption').getBoundingClientRect()))).map(line => line.textContent);
        }
        """);
}
