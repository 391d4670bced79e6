// What stands around a place, found without asking everything that there is: states, the words of lines, and pieces of lines.
const cell = 256;

export const areaOf = points => {
    const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)];
    const [x, y] = [Math.min(...xs), Math.min(...ys)];
    return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y };
};
export const grown = ({ x, y, width, height }, by) => ({ x: x - by, y: y - by, width: width + 2 * by, height: height + 2 * by });

export function createNearby(boxes = []) {
    const cells = new Map();
    let turn = 0;

    const each = ({ x, y, width, height }, visit) => {
        for (let column = Math.floor(x / cell); column <= Math.floor((x + width) / cell); column++) {
            for (let row = Math.floor(y / cell); row <= Math.floor((y + height) / cell); row++) visit(column * 100_000 + row);
        }
    };
    const add = (kind, one, area) => {
        const entry = { kind, one, area, turn: 0 };
        each(area, key => {
            if (!cells.has(key)) cells.set(key, []);
            cells.get(key).push(entry);
        });
    };

    const nearby = {
        addCaption: caption => add('captions', caption, caption),
        addLine: segments => segments.forEach(segment => add('lines', segment, { x: segment.x1, y: segment.y1, width: segment.x2 - segment.x1, height: segment.y2 - segment.y1 })),
        within(area) {
            const found = { boxes: [], captions: [], lines: [] };
            turn++;
            each(area, key => cells.get(key)?.forEach(entry => {
                if (entry.turn === turn) return;
                entry.turn = turn;
                const { x, y, width, height } = entry.area;
                if (x <= area.x + area.width && area.x <= x + width && y <= area.y + area.height && area.y <= y + height) found[entry.kind].push(entry.one);
            }));
            return found;
        },
    };
    for (const box of boxes) add('boxes', box, box);
    return nearby;
}
