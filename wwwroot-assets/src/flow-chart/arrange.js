// Finds a place for every state, line and caption.
import dagre from '@dagrejs/dagre';
import { spreadEnds } from './lines.js';
import { sizeOfCaption, sizeOfState } from './words.js';

const gap = { node: 30, down: 60, across: 46, edge: 20 };
const alignments = [undefined, 'UL', 'UR', 'DL', 'DR'];
const order = { agree: 0, other: 1, refuse: 2 };

// A transition runs back when it would close a circle among those before it; agreeing comes first, refusing last.
function findBackward(model) {
    const next = new Map(model.states.map(state => [state.id, []]));
    const reaches = (from, to, seen = new Set()) => from === to
        || (!seen.has(from) && seen.add(from) && next.get(from).some(id => reaches(id, to, seen)));
    const backward = new Set();
    const byMeaning = [...model.transitions].sort((a, b) => (order[a.kind] ?? 1) - (order[b.kind] ?? 1));
    for (const transition of byMeaning) {
        if (transition.from === transition.to) continue;
        if (reaches(transition.to, transition.from)) backward.add(transition);
        else next.get(transition.from).push(transition.to);
    }
    return backward;
}

// dagre offers several ways to line states up; the one that keeps the way of agreeing straightest wins.
export function arrange(model, down) {
    const backward = findBackward(model);
    const plans = alignments.map(align => place(model, backward, down, align));
    const bends = plan => plan.edges.reduce((sum, { transition, back, from, to }) => {
        const aside = down ? Math.abs(from.x - to.x) : Math.abs(from.y - to.y);
        return sum + aside * (back ? 0.1 : transition.kind === 'agree' ? 2 : 0.5);
    }, (down ? plan.width : plan.height) * 0.5);

    return plans.reduce((best, plan) => bends(plan) < bends(best) ? plan : best);
}

function place(model, backward, down, align) {
    const graph = new dagre.graphlib.Graph({ multigraph: true });
    graph.setGraph({ rankdir: down ? 'TB' : 'LR', nodesep: gap.node, ranksep: down ? gap.down : gap.across, edgesep: gap.edge, marginx: 10, marginy: 18, align });

    for (const state of model.states) graph.setNode(state.id, sizeOfState(state));
    for (const transition of model.transitions) {
        const [from, to] = backward.has(transition) ? [transition.to, transition.from] : [transition.from, transition.to];
        const weight = transition.kind === 'agree' && !backward.has(transition) ? 6 : 1;
        graph.setEdge(from, to, { ...sizeOfCaption(transition), labelpos: 'c', weight }, transition.id);
    }
    dagre.layout(graph);

    const nodes = new Map(model.states.map(state => [state.id, { state, ...graph.node(state.id) }]));
    const edges = model.transitions.map(transition => {
        const back = backward.has(transition);
        const [from, to] = back ? [transition.to, transition.from] : [transition.from, transition.to];
        const edge = graph.edge(from, to, transition.id);
        const points = back ? [...edge.points].reverse() : edge.points;
        return { transition, back, ...edge, points, from: nodes.get(transition.from), to: nodes.get(transition.to) };
    });
    straighten(nodes, edges, down);
    spreadEnds(nodes, edges, down);

    const { width, height } = graph.graph();
    return { nodes, edges, down, width, height };
}

// Where there is room, a state and the caption before it move into line with the state that leads to them.
function straighten(nodes, edges, down) {
    const [along, across] = down ? ['y', 'x'] : ['x', 'y'];
    const [depth, breadth] = down ? ['height', 'width'] : ['width', 'height'];
    const bends = edges.flatMap(edge => edge.points.slice(1, -1).map(point => ({ ...point, width: 12, height: 12, edge })));
    const boxes = [...nodes.values(), ...edges, ...bends];
    const free = (box, to) => boxes.every(other => other === box || other.edge === box || other.transition?.to === other.transition?.from && other.from === box
        || (other.edge && (other.edge.from === box || other.edge.to === box) && Math.abs(other[along] - box[along]) > box[depth] / 2)
        || Math.abs(other[along] - box[along]) >= (other[depth] + box[depth]) / 2 + 4
        || Math.abs(other[across] - to) >= (other[breadth] + box[breadth]) / 2 + 14);
    const moved = new Set();

    for (const edge of [...edges].sort((a, b) => a.from[along] - b.from[along])) {
        const { from, to, transition, back } = edge;
        if (back || from === to || transition.kind !== 'agree' || edge.points.length > 3 || moved.has(to)) continue;
        moved.add(to);
        if (edges.some(other => other.from === to && other.to === to)) continue;
        if (to[across] !== from[across] && free(to, from[across])) to[across] = from[across];
        if (to[across] === from[across] && free(edge, from[across])) edge[across] = edge.points[1][across] = from[across];
    }
}
