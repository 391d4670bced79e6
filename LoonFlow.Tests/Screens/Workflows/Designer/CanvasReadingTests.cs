using LoonFlow.Domain.Workflows;
using LoonFlow.Domain.Workflows.Canvas;
using LoonFlow.Tests.Support.Workflows;
using LoonFlow.Web.Features.Workflows.Designer.Canvas;

namespace LoonFlow.Tests.Screens.Workflows.Designer;

/// <summary>Whatever comes from a browser is an edit or nothing.</summary>
public sealed class CanvasReadingTests
{
    [Fact]
    public void Edits_are_read_as_the_browser_writes_them()
    {
        var edit = CanvasReading.Edit("""
            {"kind":"together","edits":[
                {"kind":"move","states":[{"id":7,"at":{"x":10,"y":-20.5}}],"notes":[]},
                {"kind":"connect","id":9,"from":7,"fromSide":"right","to":8,"toSide":null},
                {"kind":"reconnect","line":{"transition":9,"branch":1},"from":7,"fromSide":null,"to":8,"toSide":"top"},
                {"kind":"addState","id":10,"template":"children","at":{"x":0,"y":0}},
                {"kind":"setKind","id":9,"to":"refuse"}]}
            """);

        var together = Assert.IsType<CanvasEdit.Together>(edit);
        Assert.Equal(new StatePlace(new StateId(7), new Position(10, -20.5)), Assert.IsType<CanvasEdit.Move>(together.Edits[0]).States[0]);
        Assert.Equal(new CanvasEdit.Connect(new TransitionId(9), new StateId(7), Side.Right, new StateId(8), null), together.Edits[1]);
        Assert.Equal(new LineRef(new TransitionId(9), 1), Assert.IsType<CanvasEdit.Reconnect>(together.Edits[2]).Line);
        Assert.Equal(StateTemplate.Children, Assert.IsType<CanvasEdit.AddState>(together.Edits[3]).Template);
        Assert.Equal(TransitionKind.Refuse, Assert.IsType<CanvasEdit.SetKind>(together.Edits[4]).To);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("{\"kind\":\"explode\"}")]
    [InlineData("{\"kind\":\"move\"}")]
    [InlineData("{\"kind\":\"move\",\"states\":null,\"notes\":[]}")]
    [InlineData("{\"kind\":\"move\",\"states\":[null],\"notes\":[]}")]
    [InlineData("{\"kind\":\"move\",\"states\":[{\"id\":\"7\",\"at\":null}],\"notes\":[]}")]
    [InlineData("{\"kind\":\"move\",\"states\":[{\"id\":1e99,\"at\":{\"x\":1,\"y\":1}}],\"notes\":[]}")]
    [InlineData("{\"kind\":\"addState\",\"id\":1,\"template\":\"pizza\"}")]
    [InlineData("{\"kind\":\"paste\",\"clip\":{\"states\":[{\"name\":\"x\"}]},\"ids\":[1],\"at\":{\"x\":1,\"y\":1}}")]
    [InlineData("{\"kind\":\"paste\",\"clip\":{\"states\":[{\"id\":1,\"name\":{\"text\":\"x\"},\"participants\":null}]},\"ids\":[1],\"at\":{\"x\":1,\"y\":1}}")]
    [InlineData("{\"kind\":\"paste\",\"clip\":{\"states\":[{\"id\":1,\"name\":{\"text\":\"x\"},\"timers\":[null]}]},\"ids\":[1],\"at\":{\"x\":1,\"y\":1}}")]
    public void Anything_else_is_nothing(string json) => Assert.Null(CanvasReading.Edit(json));

    [Fact]
    public void What_was_copied_can_be_pasted()
    {
        var json = CanvasReading.Write(CanvasClip.Of(Leave.Document));
        Assert.Contains(CanvasReading.ClipFormat, json, StringComparison.Ordinal);

        var edit = CanvasReading.Edit($$$"""{"kind":"paste","clip":{{{json}}},"ids":[1],"at":{"x":1,"y":2}}""");

        Assert.Equal(CanvasClip.Of(Leave.Document).Count, Assert.IsType<CanvasEdit.Paste>(edit).Clip.Count);
    }

    [Fact]
    public void A_clip_nested_without_end_is_refused()
    {
        var deep = string.Concat(Enumerable.Repeat("[", 2_000));

        Assert.Null(CanvasReading.Edit($$"""{"kind":"paste","clip":{{deep}}"""));
    }
}
