// Draws a workflow to look at: states by kind, transitions by meaning, where the ticket has been and where it is.
import { Graph } from '@antv/x6';
import dagre from '@dagrejs/dagre';

const font = getComputedStyle(document.documentElement).getPropertyValue('--lf-font') || 'sans-serif';
const stateFont = { size: 14, weight: 600, leading: 19 };
const captionFont = { size: 12, weight: 600, leading: 16 };
const gap = { node: 30, down: 60, across: 46, edge: 20 };
const alignments = [undefined, 'UL', 'UR', 'DL', 'DR'];
const zoomStep = 1.25;
const smallest = 0.25;
const order = { agree: 0, other: 1, refuse: 2 };
const ink = { agree: 'var(--lf-good)', refuse: 'var(--lf-bad)', other: 'var(--lf-mute)' };

const pen = document.createElement('canvas').getContext('2d');
let known = false;

function widthOf(text, { size, weight }) {
    pen.font = `${weight} ${size}px ${font}`;
    return pen.measureText(text).width;
}

// Latin breaks between words, Chinese between any two characters; what does not fit two lines is cut.
function wrap(text, width, style, most = 2) {
    const lines = [''];
    for (const part of text.match(/[\u2e80-\uffef]|[^\s\u2e80-\uffef]+|\s+/g) ?? []) {
        const line = lines[lines.length - 1];
        if (line === '' || widthOf(line + part, style) <= width) lines[lines.length - 1] = (line + part).trimStart();
        else if (lines.length < most) lines.push(part.trim());
        else { lines[lines.length - 1] = `${line.trimEnd()}…`; break; }
    }
    return lines.map(line => line.trim());
}

function sizeOfState(state) {
    const lines = wrap(state.name, 152, stateFont, 3);
    const words = Math.max(...lines.map(line => widthOf(line, stateFont)));
    return { lines, width: Math.max(104, Math.ceil(words) + 60), height: 26 + lines.length * stateFont.leading };
}

function sizeOfCaption(transition) {
    const lines = [...wrap(transition.name, 120, captionFont), ...(transition.condition ? wrap(transition.condition, 150, captionFont) : [])];
    const words = Math.max(...lines.map(line => widthOf(line, captionFont)));
    return { lines, width: Math.ceil(words) + 14, height: lines.length * captionFont.leading + 6 };
}

// A transition runs back when it would close a circle among those before it; agreeing comes first, refusing last.
function findBackward(model) {
    const next = new Map(model.states.map(state => [state.id, []]));
    const reaches = (from, to, seen = new Set()) => from === to
        || (!seen.has(from) && seen.add(from) && next.get(from).some(id => reaches(id, to, seen)));
    const backward = new Set();
    const byMeaning = [...model.transitions].sort((a, b) => (order[a.kind] ?? 1) - (order[b.kind] ?? 1));
    for (const transition of byMeaning) {
        if (transition.from === transition.to) continue;
        if (reaches(transition.to, transition.from)) backward.add(transition);
        else next.get(transition.from).push(transition.to);
    }
    return backward;
}

// dagre offers several ways to line states up; the one that keeps the way of agreeing straightest wins.
function arrange(model, down) {
    const backward = findBackward(model);
    const plans = alignments.map(align => place(model, backward, down, align));
    const bends = plan => plan.edges.reduce((sum, { transition, back, from, to }) => {
        const aside = down ? Math.abs(from.x - to.x) : Math.abs(from.y - to.y);
        return sum + aside * (back ? 0.1 : transition.kind === 'agree' ? 2 : 0.5);
    }, (down ? plan.width : plan.height) * 0.5);

    return plans.reduce((best, plan) => bends(plan) < bends(best) ? plan : best);
}

// States stay where the designer put them; lines that would run through others go around in lanes of their own.
function asDrawn(model) {
    const nodes = new Map(model.states.map(state => {
        const size = sizeOfState(state);
        return [state.id, { state, ...size, x: state.x + size.width / 2, y: state.y + size.height / 2 }];
    }));
    const all = [...nodes.values()];
    const span = axis => Math.max(...all.map(node => node[axis])) - Math.min(...all.map(node => node[axis]));
    const down = span('y') >= span('x');
    const [along, across, depth, breadth] = down ? ['y', 'x', 'height', 'width'] : ['x', 'y', 'width', 'height'];
    const outside = Math.min(...all.map(node => node[across] - node[breadth] / 2));
    const taken = new Map();
    let lanes = 0;

    const edges = model.transitions.map(transition => {
        const [from, to] = [nodes.get(transition.from), nodes.get(transition.to)];
        const size = sizeOfCaption(transition);
        const edge = { transition, from, to, ...size, back: to[along] < from[along] };
        if (from === to) return Object.assign(edge, { x: from.x + (from.width + size.width) / 2 + 22, y: from.y, points: [from, from] });

        const middle = { [along]: (from[along] + to[along]) / 2, [across]: (from[across] + to[across]) / 2 };
        const [low, high] = [Math.min(from[along], to[along]), Math.max(from[along], to[along])];
        const blocked = all.some(node => node !== from && node !== to && node[along] > low && node[along] < high
            && Math.abs(node[across] - middle[across]) < (node[breadth] + size[breadth]) / 2);
        if (blocked) {
            const lane = outside - 24 - size[breadth] / 2 - 30 * lanes++;
            const turn = (node, toward) => ({ [along]: node[along] + Math.sign(toward[along] - node[along]) * (node[depth] / 2 + 34), [across]: lane });
            middle[across] = lane;
            return Object.assign(edge, middle, { points: [from, turn(from, to), middle, turn(to, from), to] });
        }

        const pair = [transition.from, transition.to].sort().join(' ');
        const before = taken.get(pair) ?? 0;
        taken.set(pair, before + 1);
        middle[across] += Math.ceil(before / 2) * (before % 2 ? 1 : -1) * (size[breadth] + 16);
        return Object.assign(edge, middle, { points: [from, middle, to] });
    });

    const boxes = [...all, ...edges];
    const [left, top] = ['x', 'y'].map((axis, i) => Math.min(...boxes.map(box => box[axis] - box[['width', 'height'][i]] / 2)) - 14);
    const shifted = new Set();
    for (const point of [...boxes, ...edges.flatMap(edge => edge.points)]) {
        if (shifted.has(point)) continue;
        shifted.add(point);
        point.x -= left;
        point.y -= top;
    }
    for (const edge of edges) edge.points = edge.points.map(({ x, y }) => ({ x, y }));
    spreadEnds(nodes, edges, down);
    const [width, height] = ['x', 'y'].map((axis, i) => Math.max(...boxes.map(box => box[axis] + box[['width', 'height'][i]] / 2)) + 14);
    return { nodes, edges, down, width, height };
}

function place(model, backward, down, align) {
    const graph = new dagre.graphlib.Graph({ multigraph: true });
    graph.setGraph({ rankdir: down ? 'TB' : 'LR', nodesep: gap.node, ranksep: down ? gap.down : gap.across, edgesep: gap.edge, marginx: 8, marginy: 12, align });

    for (const state of model.states) graph.setNode(state.id, sizeOfState(state));
    for (const transition of model.transitions) {
        const [from, to] = backward.has(transition) ? [transition.to, transition.from] : [transition.from, transition.to];
        const weight = transition.kind === 'agree' && !backward.has(transition) ? 6 : 1;
        graph.setEdge(from, to, { ...sizeOfCaption(transition), labelpos: 'c', weight }, transition.id);
    }
    dagre.layout(graph);

    const nodes = new Map(model.states.map(state => [state.id, { state, ...graph.node(state.id) }]));
    const edges = model.transitions.map(transition => {
        const back = backward.has(transition);
        const [from, to] = back ? [transition.to, transition.from] : [transition.from, transition.to];
        const edge = graph.edge(from, to, transition.id);
        const points = back ? [...edge.points].reverse() : edge.points;
        return { transition, back, ...edge, points, from: nodes.get(transition.from), to: nodes.get(transition.to) };
    });
    straighten(nodes, edges, down);
    spreadEnds(nodes, edges, down);

    const { width, height } = graph.graph();
    return { nodes, edges, down, width, height };
}

// Where there is room, a state and the caption before it move into line with the state that leads to them.
function straighten(nodes, edges, down) {
    const [along, across] = down ? ['y', 'x'] : ['x', 'y'];
    const [depth, breadth] = down ? ['height', 'width'] : ['width', 'height'];
    const bends = edges.flatMap(edge => edge.points.slice(1, -1).map(point => ({ ...point, width: 12, height: 12, edge })));
    const boxes = [...nodes.values(), ...edges, ...bends];
    const free = (box, to) => boxes.every(other => other === box || other.edge === box || other.transition?.to === other.transition?.from && other.from === box
        || (other.edge && (other.edge.from === box || other.edge.to === box) && Math.abs(other[along] - box[along]) > box[depth] / 2)
        || Math.abs(other[along] - box[along]) >= (other[depth] + box[depth]) / 2 + 4
        || Math.abs(other[across] - to) >= (other[breadth] + box[breadth]) / 2 + 14);
    const moved = new Set();

    for (const edge of [...edges].sort((a, b) => a.from[along] - b.from[along])) {
        const { from, to, transition, back } = edge;
        if (back || from === to || transition.kind !== 'agree' || edge.points.length > 3 || moved.has(to)) continue;
        moved.add(to);
        if (edges.some(other => other.from === to && other.to === to)) continue;
        if (to[across] !== from[across] && free(to, from[across])) to[across] = from[across];
        if (to[across] === from[across] && free(edge, from[across])) edge[across] = edge.points[1][across] = from[across];
    }
}

// Lines leave and enter a state at its front and back side only, side by side in the order of where they go.
function spreadEnds(nodes, edges, down) {
    const sides = new Map();
    const along = down ? 'x' : 'y';
    for (const edge of edges) {
        if (edge.transition.from === edge.transition.to) continue;
        for (const end of [0, edge.points.length - 1]) {
            const id = end === 0 ? edge.transition.from : edge.transition.to;
            const front = (end === 0) !== edge.back;
            const key = `${id} ${front}`;
            if (!sides.has(key)) sides.set(key, []);
            sides.get(key).push({ edge, end, front, node: nodes.get(id), toward: edge.points[end === 0 ? 1 : end - 1][along] });
        }
    }

    for (const ends of sides.values()) {
        ends.sort((a, b) => a.toward - b.toward);
        const { node } = ends[0];
        // A straight line keeps the middle; its neighbours stand to both sides of it.
        const straight = ends.findIndex(({ edge }) => edge.points.length === 3 && edge.from[along] === edge.to[along] && edge[along] === edge.from[along]);
        const middle = straight >= 0 ? straight : (ends.length - 1) / 2;
        const room = (down ? node.width - 36 : node.height - 14) / 2;
        const step = Math.min(26, room / Math.max(middle, ends.length - 1 - middle, 0.5));
        ends.forEach(({ edge, end, front }, index) => {
            const shift = (index - middle) * step;
            const half = (down ? node.height : node.width) / 2 + (end === 0 ? 0 : 3);
            const away = front ? half : -half;
            edge.points[end] = down ? { x: node.x + shift, y: node.y + away } : { x: node.x + away, y: node.y + shift };
        });
    }
}

// Every piece leaves and arrives in the direction of the flow, so that lines neither kink nor cut through captions.
function flowing(points, down) {
    let path = `M ${points[0].x} ${points[0].y}`;
    for (let i = 1; i < points.length; i++) {
        const [a, b] = [points[i - 1], points[i]];
        const middle = down ? (a.y + b.y) / 2 : (a.x + b.x) / 2;
        path += down
            ? ` C ${a.x} ${middle} ${b.x} ${middle} ${b.x} ${b.y}`
            : ` C ${middle} ${a.y} ${middle} ${b.y} ${b.x} ${b.y}`;
    }
    return path;
}

function looping(node, caption) {
    const sideways = Math.abs(caption.x - node.x) >= Math.abs(caption.y - node.y);
    if (sideways) {
        const edge = node.x + node.width / 2;
        const far = (caption.x - 0.25 * edge) / 0.75;
        return `M ${edge} ${node.y - 12} C ${far} ${node.y - 22} ${far} ${node.y + 22} ${edge + 3} ${node.y + 12}`;
    }
    const edge = node.y + node.height / 2;
    const far = (caption.y - 0.25 * edge) / 0.75;
    return `M ${node.x - 16} ${edge} C ${node.x - 30} ${far} ${node.x + 30} ${far} ${node.x + 16} ${edge + 3}`;
}

function register() {
    if (known) return;
    known = true;

    Graph.registerConnector('lf-flow', (source, target, vertices, { path }) => path, true);
    Graph.registerNode('lf-state', {
        markup: ['halo', 'body', 'inner', 'tag', 'sign', 'label', 'tagLabel'].map(selector => ({
            tagName: { sign: 'path', label: 'text', tagLabel: 'text' }[selector] ?? 'rect', selector,
        })),
        attrs: {
            label: { fontFamily: font, fontSize: stateFont.size, fontWeight: stateFont.weight, lineHeight: stateFont.leading, textAnchor: 'middle', textVerticalAnchor: 'middle' },
            tagLabel: { fontFamily: font, fontSize: 11, fontWeight: 700, textAnchor: 'middle', textVerticalAnchor: 'middle' },
            sign: { fill: 'none', strokeWidth: 2, strokeLinecap: 'round', strokeLinejoin: 'round' },
        },
    }, true);
    Graph.registerNode('lf-caption', {
        markup: [{ tagName: 'rect', selector: 'body' }, { tagName: 'text', selector: 'label' }],
        attrs: {
            body: { rx: 6, ry: 6, fill: 'var(--lf-flow-ground, var(--lf-surface))' },
            label: { fontFamily: font, fontSize: captionFont.size, fontWeight: captionFont.weight, lineHeight: captionFont.leading, textAnchor: 'middle', textVerticalAnchor: 'middle' },
        },
    }, true);
}

const signs = {
    start: 'M -3.5 -5 L 5 0 L -3.5 5 Z',
    end: 'M -4.500 -4.500 H 4.500 V 4.500 H -4.500 Z',
    automation: 'M 1.500 -7 L -5 1 H 0 L -1.500 7 L 5 -1 H 0 Z',
    visited: 'M -5 0.500 L -1.500 4 L 5 -3.500',
};

function looksOf({ state, lines, width, height }, model, texts) {
    const here = model.current?.includes(state.id);
    const been = !here && model.visited?.includes(state.id);
    const round = state.kind === 'start' || state.kind === 'end' ? height / 2 : 10;
    const words = here ? 'var(--lf-on-brand)' : been ? 'var(--lf-on-brand-soft)' : state.hidden ? 'var(--lf-text-2)' : 'var(--lf-text)';
    const outline = here || been ? 'var(--lf-brand)' : 'var(--lf-line-strong)';
    const sign = been ? signs.visited : signs[state.kind];
    const tagWidth = widthOf(texts.here, { size: 11, weight: 700 }) + 16;

    return {
        halo: here
            ? { x: -5, y: -5, width: width + 10, height: height + 10, rx: round + 5, ry: round + 5, fill: 'none', stroke: 'var(--lf-accent)', strokeWidth: 3, class: 'lf-flow-halo' }
            : { display: 'none' },
        body: {
            width, height, rx: round, ry: round,
            fill: here ? 'var(--lf-brand)' : been ? 'var(--lf-brand-soft)' : 'var(--lf-surface)',
            stroke: outline, strokeWidth: state.kind === 'end' ? 2 : 1.25,
            strokeDasharray: state.hidden && !here ? '5 4' : null,
        },
        inner: state.kind === 'end'
            ? { x: 4, y: 4, width: width - 8, height: height - 8, rx: round - 4, ry: round - 4, fill: 'none', stroke: outline, strokeWidth: 1 }
            : { display: 'none' },
        sign: {
            d: sign ?? '',
            transform: `translate(22 ${height / 2})`,
            stroke: here ? 'var(--lf-on-brand)' : been ? 'var(--lf-brand)' : 'var(--lf-text-3)',
            fill: !been && (state.kind === 'start' || state.kind === 'end') ? (here ? 'var(--lf-on-brand)' : 'var(--lf-text-3)') : 'none',
        },
        label: { text: lines.join('\n'), x: sign ? (width + 18) / 2 : width / 2, y: height / 2, fill: words },
        tag: here
            ? { x: -6, y: -13, width: tagWidth, height: 19, rx: 9.5, ry: 9.5, fill: 'var(--lf-accent)' }
            : { display: 'none' },
        tagLabel: here ? { text: texts.here, x: tagWidth / 2 - 6, y: -3.5, fill: '#2a1a02' } : { display: 'none' },
    };
}

function draw(graph, plan, model, texts) {
    graph.resetCells([]);
    for (const edge of plan.edges) {
        const { transition } = edge;
        const colour = ink[transition.kind] ?? ink.other;
        const loop = transition.from === transition.to;
        const path = loop ? looping(plan.nodes.get(transition.from), edge) : flowing(edge.points, plan.down);
        graph.addEdge({
            source: edge.points[0],
            target: edge.points.at(-1),
            connector: { name: 'lf-flow', args: { path } },
            zIndex: 1,
            attrs: { line: { stroke: colour, strokeWidth: 1.75, strokeDasharray: transition.kind === 'refuse' ? '6 4' : null, targetMarker: { name: 'block', width: 8, height: 7 } } },
        });
        graph.addNode({
            shape: 'lf-caption', zIndex: 2,
            x: edge.x - edge.width / 2, y: edge.y - edge.height / 2, width: edge.width, height: edge.height,
            attrs: {
                body: { width: edge.width, height: edge.height },
                label: { text: edge.lines.join('\n'), x: edge.width / 2, y: edge.height / 2, fill: transition.kind === 'other' ? 'var(--lf-text-2)' : colour },
            },
        });
    }
    for (const node of plan.nodes.values()) {
        graph.addNode({
            shape: 'lf-state', zIndex: 3,
            x: node.x - node.width / 2, y: node.y - node.height / 2, width: node.width, height: node.height,
            attrs: looksOf(node, model, texts),
        });
    }
}

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

    // A drawing too large to read as a whole opens where the ticket is.
    const open = () => {
        const scale = Math.min(1, canvas.clientWidth / plan.width, most() / plan.height);
        const readable = scale >= 0.6;
        const zoom = readable ? scale : 0.85;
        const at = plan.nodes.get(model.current?.[0]) ?? plan.nodes.values().next().value;
        resize(plan.height * zoom);
        graph.zoomTo(zoom);
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
