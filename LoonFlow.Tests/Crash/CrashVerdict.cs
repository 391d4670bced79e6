using LoonFlow.Domain.Tickets;
using LoonFlow.Tests.Support;
using LoonFlow.Web.Outbox;
using Microsoft.EntityFrameworkCore;

namespace LoonFlow.Tests.Crash;

/// <summary>What the database and the receiver hold after the last worker, against what was confirmed.</summary>
internal sealed record CrashVerdict(
    int Confirmed, int Unconfirmed, int Messages, int Repeated, string[] Lost, string[] Doubled, Guid[] EffectsLost, string[] Inconsistent)
{
    /// <summary>Keeps the id of every message that is ever committed, in the transaction that commits it.</summary>
    public static async Task WatchOutboxAsync(TestApp app)
    {
        await using var db = await app.DbAsync();
        await db.Database.ExecuteSqlRawAsync(
            """
            create table outbox_seen (id uuid primary key, ticket bigint, listener text);
            create function see_outbox() returns trigger language plpgsql as
                'begin insert into outbox_seen values (new.id, new.ticket, new.listener); return new; end';
            create trigger see_outbox after insert on outbox for each row execute function see_outbox();
            """);
    }

    public static async Task<CrashVerdict> OfAsync(
        TestApp app, IReadOnlyDictionary<string, CrashAttempt> wanted, IReadOnlyCollection<string> confirmed, CrashReceiver receiver)
    {
        await using var db = await app.DbAsync();
        var history = await db.FlowLog.AsNoTracking().Select(line => new { line.Ticket, line.State, line.Action, line.By, line.Comment }).ToListAsync();
        var tickets = await db.Tickets.AsNoTracking().Include(ticket => ticket.Visits).ThenInclude(visit => visit.Asked).AsSplitQuery().ToListAsync();
        var seen = await db.Database.SqlQueryRaw<Guid>("select id as \"Value\" from outbox_seen").ToListAsync();
        var feeds = (await db.Database.SqlQueryRaw<long>($"select ticket as \"Value\" from outbox_seen where listener = '{Subscriptions.Feed}'").ToListAsync())
            .CountBy(ticket => ticket).ToDictionary();

        var lines = history.CountBy(line => line.Comment).ToDictionary();
        var claims = history.Where(line => line.Action is FlowLogAction.Claimed).CountBy(line => line.Ticket.Value).ToDictionary();
        var byTicket = history.CountBy(line => line.Ticket).ToDictionary();

        int TimesOf(CrashAttempt attempt) => attempt.Verb is CrashVerb.Claim ? claims.GetValueOrDefault(attempt.Ticket) : lines.GetValueOrDefault(attempt.Token);

        var moves = history
            .Where(line => line.Action is FlowLogAction.Submitted or FlowLogAction.TransitionTaken or FlowLogAction.Claimed)
            .CountBy(line => (line.Ticket, line.State, line.Action))
            .Where(moved => moved.Value > 1)
            .Select(moved => $"{moved.Key} {moved.Value} times");

        return new CrashVerdict(
            confirmed.Count,
            wanted.Count - confirmed.Count,
            seen.Count,
            receiver.Heard.Values.Count(times => times > 1),
            [.. confirmed.Where(token => TimesOf(wanted[token]) == 0)],
            [.. wanted.Values.Where(attempt => TimesOf(attempt) > 1).Select(attempt => attempt.ToString()).Concat(moves)],
            [.. seen.Where(id => !receiver.Heard.ContainsKey(id))],
            [.. tickets.Select(ticket => WhatIsWrong(ticket, byTicket.GetValueOrDefault(ticket.Id), feeds.GetValueOrDefault(ticket.Id.Value))).OfType<string>()]);
    }

    public override string ToString() =>
        $"confirmed {Confirmed}, refused or unconfirmed {Unconfirmed}, lost {Lost.Length}, doubled {Doubled.Length}, "
        + $"messages {Messages}, delivered more than once {Repeated}, effects lost {EffectsLost.Length}, inconsistent tickets {Inconsistent.Length}";

    /// <summary>Every decision on a leave adds one to the revision, one line to the history and one message for live screens.</summary>
    private static string? WhatIsWrong(Ticket ticket, int lines, int feeds) =>
        ticket.Revision != lines ? $"Ticket {ticket.Id.Value} has revision {ticket.Revision} and {lines} lines of history."
        : ticket.Revision != feeds ? $"Ticket {ticket.Id.Value} has revision {ticket.Revision} and told live screens {feeds} times."
        : ticket.OpenVisits.Count() != (ticket.IsOver ? 0 : 1) ? $"Ticket {ticket.Id.Value} has {ticket.OpenVisits.Count()} open visits."
        : ticket.OpenVisits.Any(visit => !visit.Participants.Any()) ? $"Ticket {ticket.Id.Value} waits for nobody."
        : null;
}
