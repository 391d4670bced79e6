using LoonFlow.Web.Data.Json;
using LoonFlow.Web.Outbox;

namespace LoonFlow.Web.Features.Children;

/// <summary>Hears that children are to be started or to end, and that one has ended. Hearing it again changes nothing.</summary>
public sealed class ChildrenListener(ChildrenDesk desk) : IOutboxListener
{
    public string Name => Subscriptions.Children;

    /// <summary>A hundred children take a while; the parents of others do not wait for them.</summary>
    public Lane Lane { get; } = new() { Parallel = 2, Batch = 5 };

    public Task HearAsync(OutboxMessage message, CancellationToken ct) => DomainJson.Read<ChildrenWork>(message.Content) switch
    {
        ChildrenWork.Start start => desk.StartAsync(start, ct),
        ChildrenWork.Check check => desk.CheckAsync(new CheckChildren(check.Parent, check.State, check.Visit, check.Child), ct),
        ChildrenWork.End end => desk.EndAsync(end.Parent, ct),
        _ => throw new InvalidOperationException("This is not about children."),
    };
}
