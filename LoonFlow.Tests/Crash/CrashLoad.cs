using System.Collections.Concurrent;
using LoonFlow.Domain.Access;
using LoonFlow.Domain.Common;
using LoonFlow.Domain.Forms;
using LoonFlow.Domain.Tickets;
using LoonFlow.Domain.Workflows;
using LoonFlow.Tests.Support;
using LoonFlow.Web.Features.Tickets;
using LoonFlow.Web.Features.Workflows;
using Microsoft.EntityFrameworkCore;

namespace LoonFlow.Tests.Crash;

/// <summary>People who file leaves, comment, claim and approve, several at once and often the same ticket.</summary>
internal sealed class CrashLoad(TestApp app, string run)
{
    private const int AtOnce = 6;

    private static readonly string[] HumanResources = ["sun", "tang"];

    private readonly ConcurrentDictionary<TicketId, bool> _open = new();
    private int _wanted;

    public async Task RepeatAsync(IEnumerable<CrashAttempt> unanswered)
    {
        foreach (var attempt in unanswered)
        {
            await TryAsync(attempt);
        }
    }

    public async Task RunAsync()
    {
        await using (var db = await app.DbAsync())
        {
            foreach (var id in await db.Tickets.Where(ticket => ticket.EndedAt == null).OrderByDescending(ticket => ticket.Id).Take(200).Select(ticket => ticket.Id).ToListAsync())
            {
                _open[id] = true;
            }
        }

        // The first decision of a process takes as long as hundreds of later ones.
        await TryAsync(new CrashAttempt($"{run}-0", CrashVerb.File, "lin"));
        Say("ready");
        await Task.WhenAll(Enumerable.Range(0, AtOnce).Select(_ => Task.Run(WorkAsync)));
    }

    /// <summary>One write, so that lines of several threads never mix.</summary>
    private static void Say(string words)
    {
        lock (Console.Out)
        {
            Console.Out.Write($"{words} .\n");
            Console.Out.Flush();
        }
    }

    private async Task WorkAsync()
    {
        while (true)
        {
            if (await NextAsync() is { } attempt)
            {
                await TryAsync(attempt);
            }
        }
    }

    private async Task<CrashAttempt?> NextAsync()
    {
        var token = $"{run}-{Interlocked.Increment(ref _wanted)}";

        if (_open.Count < 20 || Random.Shared.Next(6) == 0)
        {
            return new CrashAttempt(token, CrashVerb.File, Random.Shared.Next(2) == 0 ? "lin" : "gao");
        }

        var id = _open.Keys.ElementAt(Random.Shared.Next(_open.Count / 2));
        var ticket = await app.TicketAsync(id);

        if (ticket.OpenVisits.FirstOrDefault() is not { } visit)
        {
            _open.TryRemove(id, out _);
            return null;
        }

        if (Random.Shared.Next(4) == 0)
        {
            return new CrashAttempt(token, CrashVerb.Comment, Random.Shared.Next(2) == 0 ? "wu" : HumanResources[0], id.Value);
        }

        if (visit.Participants.FirstOrDefault()?.Person is not { } person)
        {
            return new CrashAttempt(token, CrashVerb.Claim, HumanResources[Random.Shared.Next(2)], id.Value, visit.Number, Revision: ticket.Revision);
        }

        var workflow = await app.Get<WorkflowStore>().VersionAsync(ticket.Version, CancellationToken.None);
        var transition = workflow.LeavingFrom(visit.State).First(transition => transition.Kind is TransitionKind.Agree);

        return new CrashAttempt(token, CrashVerb.Take, (await app.CompanyAsync()).User(person)!.UserName, id.Value, visit.Number, transition.Id.Value, ticket.Revision);
    }

    private async Task TryAsync(CrashAttempt attempt)
    {
        Say($"want {attempt}");
        var result = await DecideAsync(attempt);
        Say(result.Succeeded ? $"done {attempt.Token}" : $"refused {attempt.Token}");

        if (result.Succeeded)
        {
            _open[result.Value] = true;
        }
    }

    private async Task<Result<TicketId>> DecideAsync(CrashAttempt attempt)
    {
        var id = new TicketId(attempt.Ticket);

        switch (attempt.Verb)
        {
            case CrashVerb.File:
                var leave = await app.WorkflowAsync("Leave");
                var submit = new SubmitTicket(leave.Workflow, SubmissionRules.Available(leave)[0].Id, TestAppLeaveExtensions.LeaveForm(days: 2), attempt.Token);
                return await app.AsAsync(attempt.Person, (SubmitTicketHandler handler, Actor actor) => handler.HandleAsync(submit, actor, CancellationToken.None));
            case CrashVerb.Take:
                var take = new TakeTransition(id, attempt.Visit, new TransitionId(attempt.Transition), attempt.Revision, FieldChanges.None, attempt.Token);
                return await app.AsAsync(attempt.Person, (TakeTransitionHandler handler, Actor actor) => handler.HandleAsync(take, actor, CancellationToken.None));
            case CrashVerb.Claim:
                var claim = new ClaimTicket(id, attempt.Visit, attempt.Revision);
                return await app.AsAsync(attempt.Person, (ClaimTicketHandler handler, Actor actor) => handler.HandleAsync(claim, actor, CancellationToken.None));
            default:
                var comment = new CommentOnTicket(id, attempt.Token);
                return await app.AsAsync(attempt.Person, (CommentOnTicketHandler handler, Actor actor) => handler.HandleAsync(comment, actor, CancellationToken.None));
        }
    }
}
