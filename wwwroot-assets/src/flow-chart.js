// Draws a workflow to look at: states by kind, transitions by meaning, where the ticket has been and where it is.
import { Graph } from '@antv/x6';
import { arrange } from './flow-chart/arrange.js';
import { asDrawn } from './flow-chart/as-drawn.js';
import { draw, register } from './flow-chart/paint.js';

const zoomStep = 1.25;
const smallest = 0.25;

// A transition that leads nowhere cannot be drawn; the designer's checks tell about it.
function sound(model) {
    const ids = new Set(model.states.map(state => state.id));
    return { ...model, transitions: model.transitions.filter(({ from, to }) => ids.has(from) && ids.has(to)) };
}

export function mount(element, given, texts) {
    let model = sound(given);
    register();
    const canvas = element.querySelector('[data-canvas]');
    const sheet = document.createElement('div');
    canvas.append(sheet);

    const graph = new Graph({
        container: sheet,
        width: canvas.clientWidth,
        height: canvas.clientHeight,
        // Drawn at once: in slices a busy page would show half a workflow.
        async: false,
        interacting: false,
        panning: { enabled: true, eventTypes: ['leftMouseDown'] },
        mousewheel: { enabled: true, modifiers: ['ctrl', 'meta'], minScale: smallest, maxScale: 2 },
        scaling: { min: smallest, max: 2 },
    });
    let plan;
    let shape;

    // The direction that shows the words larger wins; the canvas then takes the height that the drawing needs.
    const choose = () => {
        if (model.states.every(state => state.x != null && state.y != null)) return asDrawn(model);
        const width = canvas.clientWidth;
        const scaleOf = ({ width: w, height: h }) => Math.min(1, width / w, most() / h);
        const [down, across] = [arrange(model, true), arrange(model, false)];
        return scaleOf(across) >= scaleOf(down) * 0.9 && width >= 640 ? across : down;
    };

    const most = () => parseFloat(getComputedStyle(canvas).maxHeight) || 640;
    const resize = height => {
        canvas.style.height = `${Math.ceil(height)}px`;
        graph.resize(canvas.clientWidth, canvas.clientHeight);
    };

    const fit = () => {
        const scale = Math.min(1, canvas.clientWidth / plan.width, most() / plan.height);
        resize(Math.max(canvas.clientHeight, Math.min(most(), plan.height * scale)));
        graph.zoomTo(Math.max(smallest, scale));
        graph.centerPoint(plan.width / 2, plan.height / 2);
    };

    // Between all states that the ticket is in where they fit side by side, else the first of them.
    const middle = (nodes, width) => {
        const [left, right] = [Math.min(...nodes.map(node => node.x)), Math.max(...nodes.map(node => node.x))];
        const apart = nodes.length > 1 && right - left + nodes[0].width < width;
        return apart ? { x: (left + right) / 2, y: nodes[0].y } : nodes[0];
    };

    // A drawing too large to read as a whole opens where the ticket is.
    const open = () => {
        const scale = Math.min(1, canvas.clientWidth / plan.width, most() / plan.height);
        const readable = scale >= 0.6;
        const zoom = readable ? scale : 0.85;
        resize(plan.height * zoom);
        graph.zoomTo(zoom);
        const at = middle((model.current ?? []).map(id => plan.nodes.get(id)).filter(Boolean), canvas.clientWidth / zoom) ?? plan.nodes.values().next().value;
        const within = (point, whole, shown) => Math.min(Math.max(point, shown / zoom / 2), Math.max(whole - shown / zoom / 2, whole / 2));
        if (readable || !at) graph.centerPoint(plan.width / 2, plan.height / 2);
        else graph.centerPoint(within(at.x, plan.width, canvas.clientWidth), within(at.y, plan.height, canvas.clientHeight));
    };

    const show = () => {
        const structure = JSON.stringify([model.states, model.transitions, canvas.clientWidth]);
        const moved = structure !== shape;
        if (moved) plan = choose();
        shape = structure;
        draw(graph, plan, model, texts);
        if (moved) open();
    };

    const press = event => {
        const button = event.target.closest('[data-zoom]');
        if (!button) return;
        if (button.dataset.zoom === 'fit') fit();
        else graph.zoom(graph.zoom() * (button.dataset.zoom === 'in' ? zoomStep - 1 : 1 / zoomStep - 1));
    };

    let width = canvas.clientWidth;
    const watch = new ResizeObserver(() => {
        if (canvas.clientWidth === width || canvas.clientWidth === 0) return;
        width = canvas.clientWidth;
        show();
    });

    show();
    watch.observe(canvas);
    element.addEventListener('click', press);

    return {
        update(next) {
            model = sound(next);
            show();
        },
        dispose() {
            watch.disconnect();
            element.removeEventListener('click', press);
            graph.dispose();
            sheet.remove();
        },
    };
}
