// Keeps the places that the designer gave the states.
import { spreadEnds } from './lines.js';
import { sizeOfCaption, sizeOfState } from './words.js';

// States stay where the designer put them; lines that would run through others go around in lanes of their own.
export function asDrawn(model) {
    const nodes = new Map(model.states.map(state => {
        const size = sizeOfState(state);
        return [state.id, { state, ...size, x: state.x + size.width / 2, y: state.y + size.height / 2 }];
    }));
    const all = [...nodes.values()];
    const span = axis => Math.max(...all.map(node => node[axis])) - Math.min(...all.map(node => node[axis]));
    const down = span('y') >= span('x');
    const [along, across, depth, breadth] = down ? ['y', 'x', 'height', 'width'] : ['x', 'y', 'width', 'height'];
    const outside = Math.min(...all.map(node => node[across] - node[breadth] / 2));
    const taken = new Map();
    let lanes = 0;

    const edges = model.transitions.map(transition => {
        const [from, to] = [nodes.get(transition.from), nodes.get(transition.to)];
        const size = sizeOfCaption(transition);
        const edge = { transition, from, to, ...size, back: to[along] < from[along] };
        if (from === to) return Object.assign(edge, { x: from.x + (from.width + size.width) / 2 + 22, y: from.y, points: [from, from] });

        const middle = { [along]: (from[along] + to[along]) / 2, [across]: (from[across] + to[across]) / 2 };
        const [low, high] = [Math.min(from[along], to[along]), Math.max(from[along], to[along])];
        const blocked = all.some(node => node !== from && node !== to && node[along] > low && node[along] < high
            && Math.abs(node[across] - middle[across]) < (node[breadth] + size[breadth]) / 2);
        if (blocked) {
            const lane = outside - 24 - size[breadth] / 2 - 30 * lanes++;
            const turn = (node, toward) => ({ [along]: node[along] + Math.sign(toward[along] - node[along]) * (node[depth] / 2 + 34), [across]: lane });
            middle[across] = lane;
            return Object.assign(edge, middle, { points: [from, turn(from, to), middle, turn(to, from), to] });
        }

        const pair = [transition.from, transition.to].sort().join(' ');
        const before = taken.get(pair) ?? 0;
        taken.set(pair, before + 1);
        middle[across] += Math.ceil(before / 2) * (before % 2 ? 1 : -1) * (size[breadth] + 16);
        return Object.assign(edge, middle, { points: [from, middle, to] });
    });

    const boxes = [...all, ...edges];
    const [left, top] = ['x', 'y'].map((axis, i) => Math.min(...boxes.map(box => box[axis] - box[['width', 'height'][i]] / 2)) - 18);
    const shifted = new Set();
    for (const point of [...boxes, ...edges.flatMap(edge => edge.points)]) {
        if (shifted.has(point)) continue;
        shifted.add(point);
        point.x -= left;
        point.y -= top;
    }
    for (const edge of edges) edge.points = edge.points.map(({ x, y }) => ({ x, y }));
    spreadEnds(nodes, edges, down);
    const [width, height] = ['x', 'y'].map((axis, i) => Math.max(...boxes.map(box => box[axis] + box[['width', 'height'][i]] / 2)) + 18);
    return { nodes, edges, down, width, height };
}
