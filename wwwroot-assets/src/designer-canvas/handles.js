// Handles on the one line that is in hand, and the button beside the one state that offers what comes next.
const svg = name => document.createElementNS('http://www.w3.org/2000/svg', name);

export function createHandles(desk) {
    const { scene, view } = desk;
    const layer = svg('g');
    layer.setAttribute('class', 'fc-handles');
    scene.graph.view.viewport.append(layer);
    const more = desk.element.querySelector('[data-more]');

    const handle = (point, kind, press, reset) => {
        const shape = svg(kind === 'end' ? 'circle' : 'rect');
        const size = (kind === 'end' ? 6 : 5) / Math.max(0.7, view.scale);
        const attributes = kind === 'end'
            ? { cx: point.x, cy: point.y, r: size }
            : { x: point.x - (kind === 'flat' ? size * 1.8 : size * 0.8), y: point.y - (kind === 'flat' ? size * 0.8 : size * 1.8), width: kind === 'flat' ? size * 3.6 : size * 1.6, height: kind === 'flat' ? size * 1.6 : size * 3.6, rx: 2 };
        for (const [key, value] of Object.entries(attributes)) shape.setAttribute(key, value);
        shape.setAttribute('data-handle', kind);
        shape.setAttribute('class', `fc-handle fc-handle-${kind}`);
        shape.addEventListener('pointerdown', event => {
            event.preventDefault();
            event.stopPropagation();
            desk.sheet.focus({ preventScroll: true });
            press(event);
        });
        if (reset) shape.addEventListener('dblclick', event => { event.stopPropagation(); reset(); });
        return shape;
    };

    const ofLine = id => {
        const points = scene.routeOf(id);
        if (!points) return [];
        const pieces = points.slice(1, -2).map((a, i) => ({ a, b: points[i + 2], index: i + 1 }));
        return [
            handle(points[0], 'end', event => desk.pull.end(event, id, true)),
            handle(points.at(-1), 'end', event => desk.pull.end(event, id, false)),
            ...pieces.map(({ a, b, index }) => handle(
                { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 }, Math.abs(a.y - b.y) < 1 ? 'flat' : 'upright',
                event => desk.pull.piece(event, id, index), () => desk.acts.bend(id, []))),
        ];
    };

    const show = () => {
        const id = desk.pick.one;
        const item = id && scene.items.get(id);
        layer.replaceChildren(...(item?.type === 'line' && !desk.readOnly ? ofLine(id) : []));
        const offers = item?.type === 'state' && item.look !== 'end' && !desk.readOnly && !desk.isBusy;
        more.hidden = !offers;
        if (!offers) return;
        const box = scene.boxOf(id);
        const { x, y } = view.toStage({ x: box.x + box.width, y: box.y + box.height });
        more.style.insetInlineStart = `${x - 10}px`;
        more.style.insetBlockStart = `${y - 10}px`;
    };

    view.onChange(show);
    more.addEventListener('click', () => desk.pick.one && desk.offerNext(desk.pick.one));
    return { show };
}
