// Chooses for every line the way that is short, has few corners and room for its words, and neither runs through states nor upon other lines.
import { around, captionPlace, meets, segmentsOf } from './captions.js';
import { createNearby } from './nearby.js';
import { lengthOf, routeOf } from './ways.js';

const sides = ['right', 'bottom', 'top', 'left'];
const leaving = { right: 0, bottom: 10, top: 16, left: 34 };
const entering = { left: 0, top: 10, bottom: 16, right: 34 };
const lanes = [0, 1, -1, 2, -2, 3];
const detour = 160;

// More than a detour around a state, less than running through one.
const mostForWords = 450;
const wellPlaced = 80;
const acrossWords = 220;

function costOf(points, from, to, near) {
    const segments = segmentsOf(points);
    let cost = lengthOf(points) + (points.length - 2) * 28;
    segments.forEach((s, index) => {
        const flat = s.y2 - s.y1 < 1;
        for (const box of near.boxes) {
            if (box === from || box === to) {
                if (index > 0 && index < segments.length - 1 && meets(s, box, -1)) cost += 1500;
            } else if (meets(s, box, 8)) cost += 2000;
        }
        for (const caption of near.captions) if (meets(s, caption, 2)) cost += acrossWords;
        for (const other of near.lines) {
            if (s.x2 < other.x1 - 8 || s.x1 > other.x2 + 8 || s.y2 < other.y1 - 8 || s.y1 > other.y2 + 8) continue;
            const otherFlat = other.y2 - other.y1 < 1;
            if (flat !== otherFlat) cost += 14;
            else {
                const shared = flat ? Math.min(s.x2, other.x2) - Math.max(s.x1, other.x1) : Math.min(s.y2, other.y2) - Math.max(s.y1, other.y1);
                if (shared > 26) cost += 90 + shared;
            }
        }
    });
    return cost;
}

function choose(line, from, to, nearby, beside, sizes) {
    if (line.bends?.length) return { from: line.fromSide ?? facing(from, to), to: line.toSide ?? facing(to, from), bends: line.bends, lane: 0 };
    const [x, y] = [Math.min(from.x, to.x) - detour, Math.min(from.y, to.y) - detour];
    const near = nearby.within({ x, y, width: Math.max(from.x + from.width, to.x + to.width) + detour - x, height: Math.max(from.y + from.height, to.y + to.height) + detour - y });
    const isLoop = line.from === line.to;
    const possible = [];
    for (const a of line.fromSide ? [line.fromSide] : sides) {
        for (const b of line.toSide ? [line.toSide] : sides) {
            // A way back to where it began turns one corner of the state.
            if (isLoop && isAcross(a) === isAcross(b)) continue;
            // Two lines between the same two sides would stand on each other's captions.
            const crowd = beside.filter(other => other.includes(`${line.from} ${a}`) && other.includes(`${line.to} ${b}`)).length * 230;
            for (const lane of isLoop ? [0] : lanes) {
                const way = { from: a, to: b, lane };
                const points = routeOf(from, to, way);
                const own = leaving[a] + entering[b] + Math.abs(lane) * 4 + crowd;
                possible.push({ way, points, own, least: lengthOf(points) + (points.length - 2) * 28 + own });
            }
        }
    }
    let best = null;
    for (const { way, points, own, least } of possible.sort((a, b) => a.least - b.least)) {
        if (best && least >= best.cost) break;
        const bare = costOf(points, from, to, near) + own;
        if (best && bare >= best.cost) continue;
        const cost = bare + Math.min(mostForWords, Math.max(0, captionPlace(points, sizes, near, wellPlaced).bad - wellPlaced));
        if (!best || cost < best.cost) best = { ...way, cost };
    }
    return best;
}

// Where nothing else decides: never in which order the lines came to be known.
const inOrder = (a, b) => a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
const isAcross = side => side === 'left' || side === 'right';

function facing(from, to) {
    const [dx, dy] = [to.x + to.width / 2 - from.x - from.width / 2, to.y + to.height / 2 - from.y - from.height / 2];
    return Math.abs(dx) >= Math.abs(dy) ? (dx >= 0 ? 'right' : 'left') : (dy >= 0 ? 'bottom' : 'top');
}

// Several lines at one side stand side by side, in the order of where they go; a straight one keeps the middle.
function spread(ways, lineOf, boxOf) {
    const groups = new Map();
    for (const [id, way] of ways) {
        const line = lineOf(id);
        for (const [end, cell, other] of [['from', line.from, line.to], ['to', line.to, line.from]]) {
            const key = `${cell} ${way[end]}`;
            if (!groups.has(key)) groups.set(key, []);
            const across = way[end] === 'left' || way[end] === 'right';
            const [here, there] = [boxOf(cell), boxOf(other)];
            const middle = box => across ? box.y + box.height / 2 : box.x + box.width / 2;
            groups.get(key).push({ id, way, end, room: across ? here.height : here.width, toward: middle(there) - middle(here), size: 1 });
        }
    }
    for (const group of groups.values()) {
        group.sort((a, b) => a.toward - b.toward || inOrder(a, b));
        const straight = group.findIndex(({ toward }) => Math.abs(toward) < 1);
        const middle = straight >= 0 ? straight : (group.length - 1) / 2;
        const reach = Math.max(middle, group.length - 1 - middle, 0.5);
        const step = Math.min(18, (group[0].room / 2 - 10) / reach);
        group.forEach(({ way, end }, index) => {
            way[`${end}Shift`] = (index - middle) * step;
            way[`${end}Count`] = group.length;
        });
    }
    return ways;
}

// A small step in an otherwise straight line looks like a mistake.
function levelled(way, from, to) {
    if (way.bends?.length || way.lane || from === to) return;
    const across = way.from === 'left' || way.from === 'right';
    const opposite = { left: 'right', right: 'left', top: 'bottom', bottom: 'top' }[way.from] === way.to;
    if (!opposite) return;
    const middle = box => across ? box.y + box.height / 2 : box.x + box.width / 2;
    const off = middle(from) + way.fromShift - middle(to) - way.toShift;
    const half = box => (across ? box.height : box.width) / 2 - 8;
    if (off === 0 || Math.abs(off) > 26) return;
    if (way.toCount === 1 && Math.abs(way.toShift + off) <= half(to)) way.toShift += off;
    else if (way.fromCount === 1 && Math.abs(way.fromShift - off) <= half(from)) way.fromShift -= off;
}

// lines: those to choose a way for; fixed: the ways of all others, which stay; captions: their words; sizesOf: how large the words of a line are.
export function plan(lines, boxOf, boxes, fixed, lineOf, captions, sizesOf) {
    const nearby = createNearby(boxes);
    for (const [id] of fixed) if (captions.has(id)) nearby.addCaption(captions.get(id));
    for (const [id, way] of fixed) nearby.addLine(segmentsOf(routeOf(boxOf(lineOf(id).from), boxOf(lineOf(id).to), way)));
    const ways = new Map(fixed);
    const distance = line => {
        const [a, b] = [boxOf(line.from), boxOf(line.to)];
        return line.from === line.to ? Infinity : Math.abs(a.x - b.x) + Math.abs(a.y - b.y) + (line.kind === 'agree' ? 0 : 60);
    };
    const pairOf = line => [line.from, line.to].sort().join(' ');
    const beside = new Map();
    const note = (line, way) => {
        const pair = pairOf(line);
        if (!beside.has(pair)) beside.set(pair, []);
        beside.get(pair).push([`${line.from} ${way.from}`, `${line.to} ${way.to}`]);
    };
    for (const [id, way] of fixed) note(lineOf(id), way);
    for (const line of [...lines].sort((a, b) => distance(a) < distance(b) ? -1 : distance(a) > distance(b) ? 1 : inOrder(a, b))) {
        const [from, to] = [boxOf(line.from), boxOf(line.to)];
        const sizes = sizesOf(line.id);
        const way = choose(line, from, to, nearby, beside.get(pairOf(line)) ?? [], sizes);
        const points = routeOf(from, to, way);
        nearby.addCaption(captionPlace(points, sizes, around(points, nearby)));
        note(line, way);
        ways.set(line.id, way);
        nearby.addLine(segmentsOf(points));
    }
    spread(ways, lineOf, boxOf);
    for (const [id, way] of ways) levelled(way, boxOf(lineOf(id).from), boxOf(lineOf(id).to));
    return ways;
}
