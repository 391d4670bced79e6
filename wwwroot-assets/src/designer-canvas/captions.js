// Where the words of a line stand: upon it, else beside it, where neither a state hides them nor another line crosses them.
import { areaOf, createNearby, grown } from './nearby.js';
import { lengthOf } from './ways.js';

const shares = [0.5, 0.36, 0.64, 0.22, 0.78];
const cost = { hidden: 1000, upon: 700, crossed: 400, own: 200, cramped: 120, beside: 90, narrow: 45 };
// How far from a line its words reach.
const reach = 190;

export const segmentsOf = points => points.slice(1).map((b, i) => ({ x1: Math.min(points[i].x, b.x), y1: Math.min(points[i].y, b.y), x2: Math.max(points[i].x, b.x), y2: Math.max(points[i].y, b.y) }));
export const meets = (s, box, margin) => s.x2 > box.x - margin && s.x1 < box.x + box.width + margin && s.y2 > box.y - margin && s.y1 < box.y + box.height + margin;
const covers = (p, q, gap) => p.x < q.x + q.width + gap && q.x < p.x + p.width + gap && p.y < q.y + q.height + gap && q.y < p.y + p.height + gap;

// points: the way of the line; sizes: of its words, the best first; near: what stands around it; enough: from where on no better one is looked for.
export function captionPlace(points, sizes, near, enough = -Infinity) {
    const [whole, own] = [lengthOf(points) || 1, segmentsOf(points)];
    let best = null;

    const weigh = (place, ground) => {
        let bad = ground;
        const isWorse = () => best !== null && bad >= best.bad;
        for (const box of near.boxes) if (!isWorse() && covers(place, box, 2)) bad += cost.hidden;
        for (const other of near.captions) if (!isWorse() && covers(place, other, 2)) bad += cost.upon;
        for (const line of near.lines) if (!isWorse() && meets(line, place, 2)) bad += cost.crossed;
        if (place.dx || place.dy) for (const line of own) if (meets(line, place, 0)) bad += cost.own;
        if (!isWorse()) best = { ...place, bad };
    };
    const isGood = () => best !== null && best.bad <= enough;

    sizes.forEach((size, narrow) => {
        let before = 0;
        own.forEach((piece, i) => {
            const [a, b] = [points[i], points[i + 1]];
            const [length, flat] = [piece.x2 - piece.x1 + piece.y2 - piece.y1, piece.y2 - piece.y1 < 1];
            const ground = narrow * cost.narrow + 80 - Math.min(length, 160) / 2 - (flat ? 6 : 0);
            const cramped = (flat ? size.width : size.height) > length - 18 ? cost.cramped : 0;
            for (const share of shares) {
                if (isGood()) return;
                const [x, y] = [a.x + (b.x - a.x) * share - size.width / 2, a.y + (b.y - a.y) * share - size.height / 2];
                const at = (before + length * share) / whole;
                const off = Math.abs(share - 0.5) * 30;
                weigh({ at, dx: 0, dy: 0, x, y, ...size }, ground + off + cramped);
                const aside = flat ? { dx: 0, dy: size.height / 2 + 4 } : { dx: size.width / 2 + 6, dy: 0 };
                for (const side of [-1, 1]) weigh({ at, dx: aside.dx * side, dy: aside.dy * side, x: x + aside.dx * side, y: y + aside.dy * side, ...size }, ground + off + cost.beside);
            }
            before += length;
        });
    });
    return best;
}

export const around = (points, nearby) => nearby.within(grown(areaOf(points), reach));

// Puts the words of these lines where they fit, one after the other; those of the other lines stay where they are.
export function placeCaptions(ids, captions, routeOf, sizesOf, boxes) {
    const nearby = createNearby(boxes);
    for (const id of ids) captions.delete(id);
    for (const caption of captions.values()) nearby.addCaption(caption);
    for (const id of [...captions.keys(), ...ids]) nearby.addLine(segmentsOf(routeOf(id)).map(segment => ({ ...segment, id })));
    for (const id of ids) {
        const near = around(routeOf(id), nearby);
        const place = captionPlace(routeOf(id), sizesOf(id), { ...near, lines: near.lines.filter(line => line.id !== id) });
        captions.set(id, place);
        nearby.addCaption(place);
    }
}
