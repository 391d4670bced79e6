using LoonFlow.Domain.Workflows;
using LoonFlow.Domain.Workflows.Canvas;
using LoonFlow.Web.Resources;
using Microsoft.Extensions.Localization;

namespace LoonFlow.Web.Features.Workflows.Designer.Canvas;

/// <summary>The flow in words, state by state in their order.</summary>
internal static class OutlineRows
{
    public static IReadOnlyList<OutlineRow> Of(DesignerSession session, CanvasCells cells, IReadOnlySet<StateId> closed, FlowMarks marks, IStringLocalizer<CanvasTexts> texts)
    {
        State[] states = [.. session.Document.States.OrderBy(state => state.Order)];
        var leaving = session.Document.Transitions.ToLookup(transition => transition.From);
        var names = session.Document.States.DistinctBy(state => state.Id).ToDictionary(state => state.Id, state => state.Name.ForReader());

        // A broken document may name two states alike; two rows of one name would bring the page down.
        return [.. states.SelectMany((state, index) => OfState(state, index)).DistinctBy(row => row.Id)];

        IEnumerable<OutlineRow> OfState(State state, int index)
        {
            Transition[] ways = [.. leaving[state.Id]];
            var isOpen = !closed.Contains(state.Id);

            yield return new OutlineRow(CanvasCells.IdOf(state.Id), 1, index + 1, states.Length, state.Name.ForReader())
            {
                State = state.Id,
                Mark = marks.Current.Contains(state.Id) ? texts["Here"].Value : marks.Refused.Contains(state.Id) ? texts["WasRefused"].Value : marks.Passed.Contains(state.Id) ? texts["WasHere"].Value : null,
                Kind = CanvasCells.LookOf(state),
                Detail = cells.WhoOf(state),
                Notes = [.. cells.NotesOf(state).Select(note => note.Text)],
                Problems = [.. cells.ProblemsOf(state.Id).Distinct(StringComparer.Ordinal)],
                IsOpen = ways is [] ? null : isOpen,
            };

            foreach (var row in isOpen ? ways.SelectMany((way, place) => OfWay(way, place, ways.Length)) : [])
            {
                yield return row;
            }
        }

        IEnumerable<OutlineRow> OfWay(Transition way, int place, int of)
        {
            var line = new LineRef(way.Id);

            yield return new OutlineRow(CanvasCells.IdOf(line), 2, place + 1, of, way.Name.ForReader())
            {
                Line = line,
                Mark = MarkOf(line),
                Kind = cells.KindOf(way),
                Detail = Leads(way.Branches is [] ? null : texts["Otherwise"].Value, way.To),
                Problems = [.. cells.ProblemsOf(way.Id).Distinct(StringComparer.Ordinal)],
                IsOpen = way.Branches is [] ? null : true,
            };

            for (var index = 0; index < way.Branches.Count; index++)
            {
                var branch = new LineRef(way.Id, index);

                yield return new OutlineRow(CanvasCells.IdOf(branch), 3, index + 1, way.Branches.Count, texts["If", cells.ConditionOf(way.Branches[index].When)])
                {
                    Line = branch,
                    Mark = MarkOf(branch),
                    Kind = cells.KindOf(way),
                    Detail = Leads(null, way.Branches[index].To),
                };
            }
        }

        string? MarkOf(LineRef line) => marks.Taken.Contains(line) ? texts["WasTaken"].Value : null;

        string Leads(string? before, StateId to) => $"{before} → {names.GetValueOrDefault(to, "?")}".TrimStart();
    }
}
