// Puts a plan on the canvas: colours are our tokens, so that a change of theme needs no redrawing.
import { Graph } from '@antv/x6';
import { flowing, looping } from './lines.js';
import { captionFont, font, stateFont, widthOf } from './words.js';

const ink = { agree: 'var(--lf-good)', refuse: 'var(--lf-bad)', other: 'var(--lf-mute)' };

// What became of a state or line between two drawings: the colour says it again, the sign and the words say it alone.
const marked = {
    added: { ink: 'var(--lf-good)', soft: 'var(--lf-good-soft)', words: 'var(--lf-on-good-soft)', dash: null },
    removed: { ink: 'var(--lf-bad)', soft: 'var(--lf-bad-soft)', words: 'var(--lf-on-bad-soft)', dash: '2 4' },
    changed: { ink: 'var(--lf-warn)', soft: 'var(--lf-warn-soft)', words: 'var(--lf-on-warn-soft)', dash: null },
    moved: { ink: 'var(--lf-info)', soft: 'var(--lf-info-soft)', words: 'var(--lf-on-info-soft)', dash: null },
};

let known = false;

export function register() {
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
    const mark = marked[state.mark];
    const round = state.kind === 'start' || state.kind === 'end' ? height / 2 : 10;
    const words = here ? 'var(--lf-on-brand)' : been ? 'var(--lf-on-brand-soft)' : mark?.words ?? (state.hidden ? 'var(--lf-text-2)' : 'var(--lf-text)');
    const outline = here || been ? 'var(--lf-brand)' : mark?.ink ?? 'var(--lf-line-strong)';
    const sign = been ? signs.visited : signs[state.kind];
    const tag = here ? texts.here : mark ? texts.marks[state.mark] : '';
    const tagWidth = widthOf(tag, { size: 11, weight: 700 }) + 16;

    return {
        halo: here
            ? { x: -5, y: -5, width: width + 10, height: height + 10, rx: round + 5, ry: round + 5, fill: 'none', stroke: 'var(--lf-accent)', strokeWidth: 3, class: 'lf-flow-halo' }
            : { display: 'none' },
        body: {
            width, height, rx: round, ry: round,
            fill: here ? 'var(--lf-brand)' : been ? 'var(--lf-brand-soft)' : mark?.soft ?? 'var(--lf-surface)',
            stroke: outline, strokeWidth: mark ? 2.5 : state.kind === 'end' ? 2 : 1.25,
            strokeDasharray: mark ? mark.dash : state.hidden && !here ? '5 4' : null,
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
        tag: tag
            ? { x: -6, y: -13, width: tagWidth, height: 19, rx: 9.5, ry: 9.5, fill: here ? 'var(--lf-accent)' : mark.soft, stroke: here ? 'none' : mark.ink, strokeWidth: here ? 0 : 1.5 }
            : { display: 'none' },
        tagLabel: tag ? { text: tag, x: tagWidth / 2 - 6, y: -3.5, fill: here ? '#2a1a02' : mark.words } : { display: 'none' },
    };
}

export function draw(graph, plan, model, texts) {
    graph.resetCells([]);
    for (const edge of plan.edges) {
        const { transition } = edge;
        const mark = marked[transition.mark];
        const colour = mark?.ink ?? (model.compares ? 'var(--lf-line-strong)' : ink[transition.kind] ?? ink.other);
        const words = mark?.ink ?? (model.compares || transition.kind === 'other' ? 'var(--lf-text-2)' : colour);
        const loop = transition.from === transition.to;
        const path = loop ? looping(plan.nodes.get(transition.from), edge) : flowing(edge.points, plan.down);
        graph.addEdge({
            source: edge.points[0],
            target: edge.points.at(-1),
            connector: { name: 'lf-flow', args: { path } },
            zIndex: 1,
            attrs: { line: { stroke: colour, strokeWidth: mark ? 3 : 1.75, strokeDasharray: mark ? mark.dash : transition.kind === 'refuse' ? '6 4' : null, targetMarker: { name: 'block', width: 8, height: 7 } } },
        });
        graph.addNode({
            shape: 'lf-caption', zIndex: 2,
            x: edge.x - edge.width / 2, y: edge.y - edge.height / 2, width: edge.width, height: edge.height,
            attrs: {
                body: { width: edge.width, height: edge.height },
                label: { text: edge.lines.join('\n'), x: edge.width / 2, y: edge.height / 2, fill: words },
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
