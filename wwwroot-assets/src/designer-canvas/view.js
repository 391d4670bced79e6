// What part of the canvas is seen: pan, zoom, the dots behind, and the small map.
const [smallest, largest, step] = [0.2, 2.5, 1.2];
// The small map may lag behind the hand; the hand must not wait for it.
const mapPause = 80;

export function createView(scene, stage, map) {
    const { graph } = scene;
    const sheet = graph.container;
    const listeners = new Set();
    let drawing;

    const move = ({ tx, ty }, scale = graph.zoom()) => {
        if (scale !== graph.zoom()) graph.scale(scale, scale);
        graph.translate(tx, ty);
        changed();
    };

    const changed = () => {
        const { tx, ty } = graph.translate();
        const gap = 20 * graph.zoom();
        stage.style.setProperty('--fc-gap', `${gap < 9 ? gap * 4 : gap}px`);
        stage.style.setProperty('--fc-x', `${tx}px`);
        stage.style.setProperty('--fc-y', `${ty}px`);
        const shown = stage.querySelector('[data-scale]');
        if (shown) shown.textContent = `${Math.round(graph.zoom() * 100)} %`;
        for (const listener of listeners) listener();
        redrawMap();
    };

    const view = {
        get scale() { return graph.zoom(); },
        onChange: listener => listeners.add(listener),

        // From the window's pixels to those of the drawing, and back to those of the stage.
        toLocal({ clientX, clientY }) {
            const [rect, { tx, ty }, scale] = [sheet.getBoundingClientRect(), graph.translate(), graph.zoom()];
            return { x: (clientX - rect.left - tx) / scale, y: (clientY - rect.top - ty) / scale };
        },
        toStage({ x, y }) {
            const [{ tx, ty }, scale] = [graph.translate(), graph.zoom()];
            return { x: x * scale + tx, y: y * scale + ty };
        },
        seen() {
            const [{ tx, ty }, scale] = [graph.translate(), graph.zoom()];
            return { x: -tx / scale, y: -ty / scale, width: sheet.clientWidth / scale, height: sheet.clientHeight / scale };
        },

        pan(dx, dy) {
            const { tx, ty } = graph.translate();
            move({ tx: tx + dx, ty: ty + dy });
        },
        zoom(factor, at) {
            const { tx, ty } = graph.translate();
            const [before, point] = [graph.zoom(), at ?? { x: sheet.clientWidth / 2, y: sheet.clientHeight / 2 }];
            const scale = Math.min(largest, Math.max(smallest, before * factor));
            move({ tx: point.x - (point.x - tx) / before * scale, ty: point.y - (point.y - ty) / before * scale }, scale);
        },
        zoomIn: () => view.zoom(step),
        zoomOut: () => view.zoom(1 / step),
        zoomTo: scale => view.zoom(scale / graph.zoom()),

        fit() {
            const box = scene.extent();
            if (!box || sheet.clientWidth === 0) return move({ tx: 40, ty: 40 }, 1);
            const [pad, w, h] = [48, sheet.clientWidth, sheet.clientHeight];
            const scale = Math.min(1, Math.max(smallest, Math.min((w - 2 * pad) / box.width, (h - 2 * pad) / box.height)));
            move({ tx: w / 2 - (box.x + box.width / 2) * scale, ty: h / 2 - (box.y + box.height / 2) * scale }, scale);
        },

        // A drawing too large to read as a whole opens at its beginning.
        open() {
            view.fit();
            const box = scene.extent();
            if (!box || graph.zoom() >= 0.55) return;
            const start = scene.all('state').find(state => state.look === 'start') ?? scene.all('state')[0];
            const at = scene.boxOf(start.id);
            const scale = 0.8;
            // The start in the middle, but no emptiness beyond the drawing's edge.
            const from = (middle, low, size, room) => size <= room ? low + (size - room) / 2 : Math.min(Math.max(middle - room / 2, low), low + size - room);
            const pad = 48 / scale;
            const x = from(at.x + at.width / 2, box.x - pad, box.width + 2 * pad, sheet.clientWidth / scale);
            const y = from(at.y + at.height / 2, box.y - pad, box.height + 2 * pad, sheet.clientHeight / scale);
            move({ tx: -x * scale, ty: -y * scale }, scale);
        },

        // Brings a cell to the reader's eyes, moving no more than needed.
        reveal(id) {
            const route = scene.routeOf(id);
            const box = scene.boxOf(id) ?? (route && { ...route[Math.floor(route.length / 2)], width: 0, height: 0 });
            if (!box || sheet.clientWidth === 0) return;
            const [seen, pad] = [view.seen(), 60 / graph.zoom()];
            const off = (low, size, from, whole) => low < from + pad ? low - from - pad : low + size > from + whole - pad ? low + size - from - whole + pad : 0;
            const [dx, dy] = [off(box.x, box.width, seen.x, seen.width), off(box.y, box.height, seen.y, seen.height)];
            if (dx || dy) view.pan(-dx * graph.zoom(), -dy * graph.zoom());
        },

        // All of them where they fit, else where they begin.
        revealAll(ids) {
            const [box, seen] = [scene.bounds(ids), view.seen()];
            if (!box) return;
            const off = (low, size, from, whole) => low >= from && low + size <= from + whole ? 0 : size < whole ? from + (whole - size) / 2 - low : from + 40 - low;
            view.pan(off(box.x, box.width, seen.x, seen.width) * graph.zoom(), off(box.y, box.height, seen.y, seen.height) * graph.zoom());
        },

        redraw: () => redrawMap(),
        dispose: () => clearTimeout(drawing),
    };

    function redrawMap() {
        if (drawing || !map) return;
        drawing = setTimeout(() => {
            drawing = null;
            const box = scene.bounds();
            const seen = view.seen();
            // Where everything is in sight, a map says nothing.
            map.hidden = !box || (box.x >= seen.x && box.y >= seen.y && box.x + box.width <= seen.x + seen.width && box.y + box.height <= seen.y + seen.height);
            if (map.hidden || map.clientWidth === 0) return;
            const [x, y] = [Math.min(box.x, seen.x), Math.min(box.y, seen.y)];
            const [w, h] = [Math.max(box.x + box.width, seen.x + seen.width) - x, Math.max(box.y + box.height, seen.y + seen.height) - y];
            const svg = name => document.createElementNS('http://www.w3.org/2000/svg', name);
            const rect = (at, className) => {
                const shape = svg('rect');
                for (const key of ['x', 'y', 'width', 'height']) shape.setAttribute(key, at[key]);
                shape.setAttribute('class', className);
                return shape;
            };
            const picture = svg('svg');
            picture.setAttribute('viewBox', `${x} ${y} ${w} ${h}`);
            picture.append(...[...scene.boxes].map(([id, at]) => rect(at, `fc-map-${scene.items.get(id).type} fc-map-${scene.items.get(id).look ?? 'note'}`)), rect(seen, 'fc-map-seen'));
            map.replaceChildren(picture);
        }, mapPause);
    }

    // A press on the small map goes there.
    map?.addEventListener('pointerdown', event => {
        const picture = map.querySelector('svg');
        if (!picture) return;
        event.preventDefault();
        map.setPointerCapture(event.pointerId);
        const matrix = picture.getScreenCTM().inverse();
        const go = ({ clientX, clientY }) => {
            const [point, seen] = [new DOMPoint(clientX, clientY).matrixTransform(matrix), view.seen()];
            view.pan((seen.x + seen.width / 2 - point.x) * graph.zoom(), (seen.y + seen.height / 2 - point.y) * graph.zoom());
        };
        go(event);
        const follow = moved => moved.buttons && go(moved);
        map.addEventListener('pointermove', follow);
        map.addEventListener('lostpointercapture', () => map.removeEventListener('pointermove', follow), { once: true });
    });

    return view;
}
