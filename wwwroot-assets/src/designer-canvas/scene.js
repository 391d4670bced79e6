// What is on the canvas: keeps cells, their boxes and the ways of lines, and redraws only what changed.
import { Graph, Point } from '@antv/x6';
import { meets, placeCaptions, segmentsOf } from './captions.js';
import { captionsOf, paintLine, paintNote, paintState, register, sizeOfState } from './look.js';
import { plan } from './plan.js';
import { endOf, routeOf } from './ways.js';

// The graph library knows anchors and routers by name for the whole page, so each finds its scene by its graph.
const scenes = new WeakMap();

const routing = {
    anchor(view, magnet, ref, args, end) {
        const points = scenes.get(this.graph)?.routeOf(this.cell.id);
        return Point.create(points?.[end === 'source' ? 0 : points.length - 1] ?? view.cell.getBBox().getCenter());
    },
    router(vertices, args, view) {
        return scenes.get(view.graph)?.routeOf(view.cell.id)?.slice(1, -1) ?? vertices;
    },
};

export function createScene(sheet) {
    register(routing);
    const items = new Map();
    const boxes = new Map();
    const captions = new Map();
    const drawn = new Map();
    let ways = new Map();
    let stale = new Set();
    // What the ways were chosen for; nothing while something is on the move.
    let planned = null;

    const graph = new Graph({
        container: sheet, width: sheet.clientWidth, height: sheet.clientHeight,
        // Drawn at once: in slices a busy page would show half a workflow.
        async: false,
        interacting: false, panning: false, mousewheel: false, background: false, grid: { size: 1, visible: false },
        connecting: { connectionPoint: 'anchor', sourceAnchor: 'center', targetAnchor: 'center' },
    });

    const scene = {
        graph, items, boxes,
        get ways() { return ways; },
        boxOf: id => boxes.get(id),
        view: id => graph.findViewByCell(id),
        all: type => [...items.values()].filter(item => item.type === type),
        linesOf: ids => scene.all('line').filter(line => ids.has(line.from) || ids.has(line.to)),

        routeOf(id) {
            const [line, way] = [items.get(id), ways.get(id)];
            const [from, to] = [boxes.get(line?.from), boxes.get(line?.to)];
            return way && from && to ? routeOf(from, to, way) : null;
        },

        // Shows an item as it is given; lines wait until flush() has found their ways.
        set(item) {
            items.set(item.id, item);
            if (item.type === 'line') stale.add(item.id);
            else if (item.type === 'note') setNode(item, 'lf-note', { width: item.width, height: item.height }, paintNote(item), 0);
            else {
                const size = sizeOfState(item);
                setNode(item, 'lf-card', size, paintState(item, size), 3);
            }
        },

        drop(id) {
            if (items.get(id)?.type !== 'line') for (const line of scene.linesOf(new Set([id]))) stale.add(line.id);
            items.delete(id);
            boxes.delete(id);
            ways.delete(id);
            captions.delete(id);
            drawn.delete(id);
            stale.delete(id);
            graph.removeCell(id);
        },

        // At the speed of the pointer: the card moves, its lines follow with follow().
        place(id, x, y) {
            const [item, box] = [items.get(id), boxes.get(id)];
            if (!item || !box) return;
            item.x = box.x = x;
            item.y = box.y = y;
            const node = graph.getCellById(id);
            node.setPosition(x, y, { silent: true });
            scene.view(id).translate();
        },

        // Lines of what is moved; few of them choose their way anew, many keep their sides.
        follow(ids) {
            const lines = scene.linesOf(ids);
            planned = null;
            if (lines.length <= 16) choose(lines);
            for (const line of lines) {
                drawn.delete(line.id);
                scene.view(line.id)?.update();
            }
        },

        // Finds the ways of all lines, and draws those that changed. All of them, every time: the picture depends on what is
        // there, and never on how it came about.
        flush() {
            const lines = soundLines();
            const all = JSON.stringify([[...boxes], lines.map(({ id, from, to, fromSide, toSide, bends, kind, name, condition }) => [id, from, to, fromSide, toSide, bends, kind, name, condition])]);
            if (all !== planned) {
                planned = all;
                choose(lines);
                captions.clear();
                placeCaptions([...ways.keys()], captions, scene.routeOf, sizesOf, [...boxes.values()]);
            }
            draw(lines);
        },

        // At the speed of the pointer: only lines that changed find their ways.
        redraw() {
            planned = null;
            const lines = soundLines();
            const changed = lines.filter(line => stale.has(line.id) || !ways.has(line.id));
            choose(changed);
            placeCaptions(changed.map(line => line.id), captions, scene.routeOf, sizesOf, [...boxes.values()]);
            draw(lines);
        },

        mark(id, name, on) {
            scene.view(id)?.container.classList.toggle(name, on);
        },

        bounds(ids = [...boxes.keys()]) {
            const found = ids.map(id => boxes.get(id)).filter(Boolean);
            if (found.length === 0) return null;
            const [x, y] = [Math.min(...found.map(box => box.x)), Math.min(...found.map(box => box.y))];
            return { x, y, width: Math.max(...found.map(box => box.x + box.width)) - x, height: Math.max(...found.map(box => box.y + box.height)) - y };
        },

        // With the lines, which may go around everything, and their words.
        extent() {
            if (boxes.size === 0) return null;
            const points = soundLines().flatMap(line => scene.routeOf(line.id) ?? []).map(point => ({ ...point, width: 0, height: 0 }));
            const all = [...boxes.values(), ...captions.values(), ...points];
            const [x, y] = [Math.min(...all.map(box => box.x)), Math.min(...all.map(box => box.y))];
            return { x, y, width: Math.max(...all.map(box => box.x + box.width)) - x, height: Math.max(...all.map(box => box.y + box.height)) - y };
        },

        at(point) {
            return [...boxes.entries()].filter(([id]) => items.get(id).type === 'state')
                .find(([, box]) => point.x >= box.x && point.x <= box.x + box.width && point.y >= box.y && point.y <= box.y + box.height)?.[0];
        },

        // The line whose way or words are there.
        lineAt(point) {
            const close = { x: point.x - 12, y: point.y - 12, width: 24, height: 24 };
            const isThere = ({ id }) => meets({ x1: point.x, y1: point.y, x2: point.x, y2: point.y }, captions.get(id), 0) || segmentsOf(scene.routeOf(id)).some(segment => meets(segment, close, 0));
            return soundLines().filter(({ id }) => ways.has(id) && captions.has(id)).find(isThere)?.id ?? null;
        },

        portOf: (id, side) => endOf(boxes.get(id), side),
        dispose: () => graph.dispose(),
    };
    scenes.set(graph, scene);

    const isSound = line => line && boxes.has(line.from) && boxes.has(line.to);

    const sizesOf = id => captionsOf(items.get(id));

    // Lines that lost an end are not drawn.
    function soundLines() {
        for (const id of stale) {
            if (isSound(items.get(id))) continue;
            if (graph.hasCell(id)) graph.removeCell(id);
            for (const map of [ways, captions, drawn]) map.delete(id);
        }
        return scene.all('line').filter(isSound);
    }

    function draw(lines) {
        for (const line of lines) {
            const look = JSON.stringify([line, scene.routeOf(line.id), captions.get(line.id)]);
            if (drawn.get(line.id) === look && graph.hasCell(line.id)) continue;
            drawn.set(line.id, look);
            drawLine(line);
        }
        stale = new Set();
    }

    function choose(lines) {
        const chosen = new Set(lines.map(line => line.id));
        const fixed = [...ways].filter(([id]) => !chosen.has(id) && isSound(items.get(id)));
        const obstacles = scene.all('state').map(state => boxes.get(state.id));
        ways = plan(lines.filter(isSound), scene.boxOf, obstacles, fixed, id => items.get(id), captions, sizesOf);
    }

    function setNode(item, shape, size, attrs, zIndex) {
        const box = { x: item.x, y: item.y, width: size.width, height: size.height };
        const before = boxes.get(item.id);
        boxes.set(item.id, box);
        if (!before) {
            graph.addNode({ id: item.id, shape, ...box, attrs, zIndex });
            return;
        }
        const node = graph.getCellById(item.id);
        const moved = before.x !== box.x || before.y !== box.y || before.width !== box.width || before.height !== box.height;
        if (before.width !== box.width || before.height !== box.height) node.resize(box.width, box.height);
        if (moved) node.setPosition(box.x, box.y);
        node.setAttrs(attrs);
        if (moved) for (const line of scene.linesOf(new Set([item.id]))) stale.add(line.id);
    }

    function drawLine(line) {
        const place = captions.get(line.id);
        const { attrs, label } = paintLine(line, place);
        const labels = [{ ...label, position: { distance: Math.min(0.999, place.at), offset: { x: place.dx, y: place.dy } } }];
        const ends = { source: { cell: line.from, anchor: { name: 'lf-side' } }, target: { cell: line.to, anchor: { name: 'lf-side' } } };
        if (!graph.hasCell(line.id)) {
            graph.addEdge({ id: line.id, ...ends, router: { name: 'lf-way' }, connector: { name: 'rounded', args: { radius: 10 } }, attrs, labels, defaultLabel: { markup: label.markup, attrs: {}, position: { distance: 0.5 } }, zIndex: 1 });
            return;
        }
        const edge = graph.getCellById(line.id);
        if (edge.getSourceCellId() !== line.from) edge.setSource(ends.source);
        if (edge.getTargetCellId() !== line.to) edge.setTarget(ends.target);
        edge.setAttrs(attrs);
        edge.setLabels(labels);
        scene.view(line.id).update();
    }

    return scene;
}
