// Which way a line takes from one state to another: right angles, leaving and entering by the middle of a side.
export const outward = { top: { x: 0, y: -1 }, right: { x: 1, y: 0 }, bottom: { x: 0, y: 1 }, left: { x: -1, y: 0 } };

const stub = 22;
const lane = 20;

export function endOf(box, side, shift = 0) {
    const { x, y } = outward[side];
    return { x: box.x + box.width / 2 * (1 + x) + (x ? 0 : shift), y: box.y + box.height / 2 * (1 + y) + (y ? 0 : shift) };
}

const isAcross = side => side === 'left' || side === 'right';
const turned = { top: 'left', left: 'top', bottom: 'right', right: 'bottom' };
const flip = ({ x, y }) => ({ x: y, y: x });
const flipBox = ({ x, y, width, height }) => ({ x: y, y: x, width: height, height: width });

// From the middle of one side to the middle of another; the points between, without the ends.
function between(from, to, way, start, end) {
    if (!isAcross(way.from)) {
        const flipped = { ...way, from: turned[way.from], to: turned[way.to] };
        return between(flipBox(from), flipBox(to), flipped, flip(start), flip(end)).map(flip);
    }
    const [leaves, enters] = [outward[way.from], outward[way.to]];
    const apart = way.lane ?? 0;
    const a = { x: start.x + leaves.x * stub, y: start.y };
    const b = { x: end.x + enters.x * stub, y: end.y + enters.y * stub };

    if (enters.x === 0) {
        const corner = { x: end.x, y: start.y };
        const straight = (corner.x - start.x) * leaves.x >= stub / 2 && (corner.y - end.y) * enters.y >= stub / 2;
        if (straight && apart === 0) return [corner];
        const x = a.x + leaves.x * Math.abs(apart) * lane;
        return [{ x, y: start.y }, { x, y: b.y }, { x: end.x, y: b.y }];
    }
    if (enters.x === leaves.x) {
        const x = (leaves.x > 0 ? Math.max(a.x, b.x) : Math.min(a.x, b.x)) + leaves.x * Math.abs(apart) * lane;
        return [{ x, y: start.y }, { x, y: end.y }];
    }
    if ((b.x - a.x) * leaves.x >= 0) {
        if (start.y === end.y && apart === 0) return [];
        const x = (start.x + end.x) / 2 + apart * lane;
        return [{ x, y: start.y }, { x, y: end.y }];
    }
    const [low, high] = [Math.max(from.y + from.height, to.y + to.height), Math.min(from.y, to.y)];
    const gap = from.y > to.y + to.height ? (from.y + to.y + to.height) / 2 : to.y > from.y + from.height ? (to.y + from.y + from.height) / 2 : null;
    const y = gap !== null && apart === 0 ? gap : apart >= 0 ? low + stub + apart * lane : high - stub + (apart + 1) * lane;
    return [{ x: a.x, y: start.y }, { x: a.x, y }, { x: b.x, y }, { x: b.x, y: end.y }];
}

// Through the bends that the designer drew, turning at right angles.
function through(start, end, way) {
    const [leaves, enters] = [outward[way.from], outward[way.to]];
    const goal = { x: end.x + enters.x * stub, y: end.y + enters.y * stub };
    const points = [{ x: start.x + leaves.x * stub, y: start.y + leaves.y * stub }];
    let across = isAcross(way.from);
    for (const next of [...way.bends, goal]) {
        const last = points.at(-1);
        if (Math.abs(last.x - next.x) > 0.5 && Math.abs(last.y - next.y) > 0.5) points.push(across ? { x: next.x, y: last.y } : { x: last.x, y: next.y });
        const corner = points.at(-1);
        across = Math.abs(corner.x - next.x) > Math.abs(corner.y - next.y) ? true : Math.abs(corner.y - next.y) > 0.5 ? false : across;
        points.push(next);
        if (corner !== last) across = Math.abs(corner.y - next.y) < 0.5;
    }
    return points;
}

// Points on one straight line say nothing.
function cleaned(points) {
    return points.filter((point, index) => {
        const [before, after] = [points[index - 1], points[index + 1]];
        if (!before || !after) return true;
        const same = (p, q) => Math.abs(p.x - q.x) < 0.5 && Math.abs(p.y - q.y) < 0.5;
        if (same(before, point)) return false;
        return !((Math.abs(before.x - point.x) < 0.5 && Math.abs(point.x - after.x) < 0.5) || (Math.abs(before.y - point.y) < 0.5 && Math.abs(point.y - after.y) < 0.5));
    });
}

export function routeOf(from, to, way) {
    const [start, end] = [endOf(from, way.from, way.fromShift), endOf(to, way.to, way.toShift)];
    const inner = way.bends?.length ? through(start, end, way) : between(from, to, way, start, end);
    return cleaned([start, ...inner, end]);
}

export function lengthOf(points) {
    let sum = 0;
    for (let i = 1; i < points.length; i++) sum += Math.abs(points[i].x - points[i - 1].x) + Math.abs(points[i].y - points[i - 1].y);
    return sum;
}
