// Puts states in order, from left to right or downwards, as there is room. States that have a place keep it; the others come beside what leads to them.
import dagre from '@dagrejs/dagre';
import { captionOf, sizeOfState } from './look.js';
import { freePlace, grid } from './room.js';

const order = { agree: 0, other: 1, timer: 1, refuse: 2 };

// Lines that lead back would turn the order round: they close a circle among those before them.
function forward(states, lines) {
    const next = new Map(states.map(state => [state.id, []]));
    const reaches = (from, to) => {
        const [seen, waiting] = [new Set([from]), [from]];
        while (waiting.length) {
            const id = waiting.pop();
            if (id === to) return true;
            for (const other of next.get(id)) if (!seen.has(other)) { seen.add(other); waiting.push(other); }
        }
        return false;
    };
    const kept = [];
    for (const line of [...lines].sort((a, b) => (order[a.kind] ?? 1) - (order[b.kind] ?? 1))) {
        if (line.from === line.to || !next.has(line.from) || !next.has(line.to) || reaches(line.to, line.from)) continue;
        next.get(line.from).push(line.to);
        kept.push(line);
    }
    return kept;
}

function arranged(states, lines, down) {
    const graph = new dagre.graphlib.Graph({ multigraph: true });
    graph.setGraph({ rankdir: down ? 'TB' : 'LR', nodesep: down ? 70 : 50, ranksep: down ? 44 : 60, edgesep: 24 });
    for (const state of states) graph.setNode(state.id, sizeOfState(state));
    for (const line of forward(states, lines)) {
        const { width, height } = captionOf(line);
        graph.setEdge(line.from, line.to, { width, height, labelpos: 'c', weight: line.kind === 'agree' ? 6 : 1 }, line.id);
    }
    dagre.layout(graph);
    return new Map(states.map(state => {
        const { x, y, width, height } = graph.node(state.id);
        return [state.id, { x: grid(x - width / 2), y: grid(y - height / 2), width, height }];
    }));
}

// room: the size of what is seen. The direction that shows the words larger wins.
export function tidy(states, lines, fixed = new Map(), room = { width: 1600, height: 900 }) {
    if (states.length === 0) return new Map();
    const across = arranged(states, lines, false);
    if (fixed.size === 0) {
        const down = arranged(states, lines, true);
        return scaleOf(down, room) > scaleOf(across, room) * 1.25 ? straightened(down, lines, true) : straightened(across, lines, false);
    }

    const places = across;
    const settled = new Map([...fixed].map(([id, box]) => [id, { ...box, ...sizeOfState(states.find(state => state.id === id)) }]));
    const missing = states.filter(state => !fixed.has(state.id)).sort((a, b) => places.get(a.id).x - places.get(b.id).x);
    for (const state of missing) {
        const size = places.get(state.id);
        const before = lines.find(line => line.to === state.id && settled.has(line.from));
        const after = lines.find(line => line.from === state.id && settled.has(line.to));
        const beside = settled.get(before?.from) ?? settled.get(after?.to) ?? [...settled.values()].at(-1);
        const x = before || !after ? beside.x + beside.width + 120 : beside.x - 120 - size.width;
        settled.set(state.id, freePlace({ x, y: beside.y + (beside.height - size.height) / 2 }, size, [...settled.values()]));
    }
    return new Map(missing.map(state => [state.id, settled.get(state.id)]));
}

function scaleOf(places, room) {
    const all = [...places.values()];
    const span = (low, size) => Math.max(...all.map(box => box[low] + box[size])) - Math.min(...all.map(box => box[low]));
    return Math.min(1, room.width / (span('x', 'width') + 96), room.height / (span('y', 'height') + 96));
}

// Where there is room, the next state stands in line with the one that leads to it by agreeing.
function straightened(places, lines, down) {
    const [along, depth, aside, breadth] = down ? ['y', 'height', 'x', 'width'] : ['x', 'width', 'y', 'height'];
    const done = new Set();
    for (const line of lines.filter(line => line.kind === 'agree').sort((a, b) => (places.get(a.from)?.[along] ?? 0) - (places.get(b.from)?.[along] ?? 0))) {
        const [from, to] = [places.get(line.from), places.get(line.to)];
        if (!from || !to || to[along] <= from[along] || done.has(line.to)) continue;
        done.add(line.to);
        const at = from[aside] + (from[breadth] - to[breadth]) / 2;
        const free = [...places.values()].every(box => box === to || box[along] >= to[along] + to[depth] || box[along] + box[depth] <= to[along]
            || box[aside] >= at + to[breadth] + 30 || box[aside] + box[breadth] + 30 <= at);
        if (free) to[aside] = at;
    }
    return places;
}
