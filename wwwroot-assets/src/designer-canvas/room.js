// Finds room for what is put among what is there.
const apart = 20;
const far = 1200;

export const grid = value => Math.round(value / 10) * 10;

const hits = (place, boxes) => boxes.find(box => place.x < box.x + box.width + apart && box.x < place.x + place.width + apart && place.y < box.y + box.height + apart && box.y < place.y + place.height + apart);

// Where it is wished, or beyond what stands there: below it, or beside it where the flow runs up and down.
export function freePlace({ x, y }, { width, height }, boxes, isUpright = false) {
    const place = { x: Math.round(x), y: Math.round(y), width, height };
    for (let turn = 0, box = hits(place, boxes); box && turn < 400; turn++, box = hits(place, boxes)) {
        if (isUpright) place.x = grid(box.x + box.width + 30);
        else place.y = grid(box.y + box.height + 30);
    }
    return place;
}

// As near to where it is wished as there is room.
export function nearestPlace(wish, size, boxes) {
    const near = boxes.filter(box => Math.abs(box.x - wish.x) < far && Math.abs(box.y - wish.y) < far);
    const [xs, ys] = [
        [wish.x, ...near.flatMap(box => [box.x - size.width - apart, box.x + box.width + apart])],
        [wish.y, ...near.flatMap(box => [box.y - size.height - apart, box.y + box.height + apart])],
    ];
    const places = xs.flatMap(x => ys.map(y => ({ x, y, ...size, off: Math.hypot(x - wish.x, y - wish.y) })));
    const found = places.sort((a, b) => a.off - b.off).find(place => !hits(place, near));
    return found ? { x: Math.round(found.x), y: Math.round(found.y) } : freePlace(wish, size, boxes);
}

// On which side of the first box the second one is, by the wider gap between them.
export function sideTo(from, to) {
    const across = to.x >= from.x ? to.x - from.x - from.width : from.x - to.x - to.width;
    const down = to.y >= from.y ? to.y - from.y - from.height : from.y - to.y - to.height;
    return across >= down ? (to.x >= from.x ? 'right' : 'left') : (to.y >= from.y ? 'bottom' : 'top');
}

export const gaps = { right: 130, left: 130, top: 76, bottom: 76 };

// Beside a box, middle by middle, with room for the words of the line between them.
export function beside(box, side, { width, height }) {
    const [middleX, middleY] = [box.x + (box.width - width) / 2, box.y + (box.height - height) / 2];
    return {
        right: { x: box.x + box.width + gaps.right, y: middleY },
        left: { x: box.x - gaps.left - width, y: middleY },
        bottom: { x: middleX, y: box.y + box.height + gaps.bottom },
        top: { x: middleX, y: box.y - gaps.top - height },
    }[side];
}

export const axesOf = side => side === 'bottom' ? ['y', 'height', 'x', 'width'] : ['x', 'width', 'y', 'height'];

// Room between two boxes that follow each other, for one in between at about this point: its place, and how far what comes
// after must move. Null where the second does not simply follow the first.
export function between(from, to, point, size, route) {
    const side = sideTo(from, to);
    if (side !== 'right' && side !== 'bottom') return null;
    const [along, depth, aside, breadth] = axesOf(side);
    const [low, high, gap] = [from[along] + from[depth], to[along], gaps[side]];
    if (route.some(corner => corner[along] < low - 1 || corner[along] > high + 1)) return null;
    const push = Math.max(0, Math.ceil((low + size[depth] + 2 * gap - high) / 10) * 10);
    const wished = push > 0 ? low + gap : Math.min(Math.max(point[along] - size[depth] / 2, low + gap), high - gap - size[depth]);
    return { push, along, from: high, place: { [along]: Math.round(wished), [aside]: Math.round(point[aside] - size[breadth] / 2) } };
}
