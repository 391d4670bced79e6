// Chooses for every line the way that is short, has few corners, and neither runs through states nor upon other lines.
import { lengthOf, routeOf } from './ways.js';

const sides = ['right', 'bottom', 'top', 'left'];
const leaving = { right: 0, bottom: 10, top: 16, left: 34 };
const entering = { left: 0, top: 10, bottom: 16, right: 34 };
const lanes = [0, 1, -1, 2, -2, 3];
const near = 160;

const segmentsOf = points => points.slice(1).map((b, i) => ({ x1: Math.min(points[i].x, b.x), y1: Math.min(points[i].y, b.y), x2: Math.max(points[i].x, b.x), y2: Math.max(points[i].y, b.y) }));
const meets = (s, box, margin) => s.x2 > box.x - margin && s.x1 < box.x + box.width + margin && s.y2 > box.y - margin && s.y1 < box.y + box.height + margin;

function costOf(points, from, to, boxes, taken) {
    const segments = segmentsOf(points);
    let cost = lengthOf(points) + (points.length - 2) * 28;
    segments.forEach((s, index) => {
        const flat = s.y2 - s.y1 < 1;
        for (const box of boxes) {
            if (box === from || box === to) {
                if (index > 0 && index < segments.length - 1 && meets(s, box, -1)) cost += 1500;
            } else if (meets(s, box, 8)) cost += 2000;
        }
        for (const other of taken) {
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

function choose(line, from, to, boxes, taken, beside) {
    if (line.bends?.length) return { from: line.fromSide ?? facing(from, to), to: line.toSide ?? facing(to, from), bends: line.bends, lane: 0 };
    const around = { x: Math.min(from.x, to.x) - near, y: Math.min(from.y, to.y) - near, width: 0, height: 0 };
    around.width = Math.max(from.x + from.width, to.x + to.width) + near - around.x;
    around.height = Math.max(from.y + from.height, to.y + to.height) + near - around.y;
    const close = boxes.filter(box => meets({ x1: box.x, y1: box.y, x2: box.x + box.width, y2: box.y + box.height }, around, 0));
    const crossed = taken.filter(segment => meets(segment, around, 0));
    const isLoop = line.from === line.to;
    let best = null;
    for (const a of line.fromSide ? [line.fromSide] : sides) {
        for (const b of line.toSide ? [line.toSide] : sides) {
            // A way back to where it began turns one corner of the state.
            if (isLoop && isAcross(a) === isAcross(b)) continue;
            // Two lines between the same two sides would stand on each other's captions.
            const crowd = beside.filter(other => other.includes(`${line.from} ${a}`) && other.includes(`${line.to} ${b}`)).length * 230;
            for (const lane of isLoop ? [0] : lanes) {
                const way = { from: a, to: b, lane };
                const points = routeOf(from, to, way);
                const least = lengthOf(points) + (points.length - 2) * 28 + leaving[a] + entering[b] + Math.abs(lane) * 4 + crowd;
                if (best && least >= best.cost) continue;
                const cost = costOf(points, from, to, close, crossed) + leaving[a] + entering[b] + Math.abs(lane) * 4 + crowd;
                if (!best || cost < best.cost) best = { ...way, cost };
            }
        }
    }
    return best;
}

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
            groups.get(key).push({ way, end, room: across ? here.height : here.width, toward: middle(there) - middle(here), size: 1 });
        }
    }
    for (const group of groups.values()) {
        group.sort((a, b) => a.toward - b.toward);
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

// lines: those to choose a way for; fixed: the ways of all others, which stay.
export function plan(lines, boxOf, boxes, fixed, lineOf) {
    const ways = new Map(fixed);
    const taken = [...fixed].flatMap(([id, way]) => segmentsOf(routeOf(boxOf(lineOf(id).from), boxOf(lineOf(id).to), way)));
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
    for (const line of [...lines].sort((a, b) => distance(a) < distance(b) ? -1 : distance(a) > distance(b) ? 1 : 0)) {
        const [from, to] = [boxOf(line.from), boxOf(line.to)];
        const way = choose(line, from, to, boxes, taken, beside.get(pairOf(line)) ?? []);
        note(line, way);
        ways.set(line.id, way);
        taken.push(...segmentsOf(routeOf(from, to, way)));
    }
    spread(ways, lineOf, boxOf);
    for (const [id, way] of ways) levelled(way, boxOf(lineOf(id).from), boxOf(lineOf(id).to));
    return ways;
}

// Where a caption stands on its line: the middle of the longest piece that no state covers, as a share of the whole way.
export function captionPlace(points, size, boxes, captions, lines = []) {
    const whole = lengthOf(points) || 1;
    const pieces = [];
    let before = 0;
    for (let i = 1; i < points.length; i++) {
        const [a, b] = [points[i - 1], points[i]];
        const length = Math.abs(b.x - a.x) + Math.abs(b.y - a.y);
        const flat = Math.abs(b.y - a.y) < 1;
        for (const share of [0.5, 0.32, 0.68]) {
            pieces.push({
                at: (before + length * share) / whole,
                x: a.x + (b.x - a.x) * share - size.width / 2, y: a.y + (b.y - a.y) * share - size.height / 2, ...size,
                good: length + (flat ? 12 : 0) - Math.abs(share - 0.5) * 30 - ((flat ? size.width : size.height) > length ? 40 : 0),
            });
        }
        before += length;
    }
    const covers = (p, q) => p.x < q.x + q.width && q.x < p.x + p.width && p.y < q.y + q.height && q.y < p.y + p.height;
    for (const piece of pieces) piece.good -= boxes.filter(box => covers(piece, box)).length * 400 + captions.filter(other => covers(piece, other)).length * 250
        + lines.filter(line => covers(piece, line)).length * 90;
    return pieces.reduce((best, piece) => piece.good > best.good ? piece : best);
}
