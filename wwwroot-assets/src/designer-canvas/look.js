// What states, lines and notes look like. Colours are our tokens, so that a change of theme needs no redrawing.
import { Graph } from '@antv/x6';
import { captionFont, font, stateFont, widthOf, wrap } from '../flow-chart/words.js';

const whoFont = { size: 12, weight: 400 };
const noteFont = { size: 13, weight: 400 };
const tile = 30;
const lineHeight = 18;
const mostWords = 156;

export const looks = {
    start: { sign: 'M9 6.500 17.500 12 9 17.500Z', ink: 'good', round: true },
    state: { sign: 'M8.500 9a3.500 3.500 0 1 0 7 0 3.500 3.500 0 1 0-7 0M5 19.500a7 7 0 0 1 14 0', ink: 'brand' },
    end: { sign: 'M8 8h8v8H8Z', ink: 'mute', round: true },
    fork: { sign: 'M4 12h5l5.500-5.500H20M9 12l5.500 5.500H20', ink: 'mute' },
    join: { sign: 'M20 12h-5L9.500 6.500H4M15 12l-5.500 5.500H4', ink: 'mute' },
    script: { sign: 'm8 7-5 5 5 5m8-10 5 5-5 5M13.500 5l-3 14', ink: 'info' },
    hook: { sign: 'M9 3.500V8m6-4.500V8M6.500 8h11v3.500a5.500 5.500 0 0 1-11 0zM12 17v3.500', ink: 'info' },
    children: { sign: 'M9 4h6v5H9zM3.500 15h6v5h-6zM14.500 15h6v5h-6zM12 9v3M6.500 15v-3h11v3', ink: 'accent' },
    note: { sign: 'M5 4.500h14v10l-5 5H5zM19 14.500h-5v5', ink: 'accent' },
};

const badgeSigns = {
    timer: 'M4 12a8 8 0 1 0 16 0 8 8 0 1 0-16 0M12 7.500V12l3 2',
    many: 'M5.500 9a3 3 0 1 0 6 0 3 3 0 1 0-6 0M2.500 19a6 6 0 0 1 12 0M15.500 6.300a3 3 0 0 1 0 5.400M18 14a6 6 0 0 1 3.500 5',
    children: looks.children.sign,
    hidden: 'M4 4l16 16M3 12c2.500-4 5.500-6 9-6 1.500 0 3 .4 4.300 1.100M21 12c-2.500 4-5.500 6-9 6-1.500 0-3-.4-4.300-1.100',
    returns: 'M9 5.500 4.500 10 9 14.500M5 10h9.500a5 5 0 0 1 0 10H12',
};

const soft = ink => `var(--lf-${ink}-soft)`;
const onSoft = ink => `var(--lf-on-${ink}-soft)`;

const lineInk = { agree: 'var(--lf-good)', refuse: 'var(--lf-bad)', other: 'var(--lf-mute)', timer: 'var(--lf-info)' };
// Lines differ without colour too: by their strokes and by the sign before their name.
const strokes = { refuse: '7 4', other: '2 4', timer: '10 4 2 4' };
const lineSigns = { agree: '✓', refuse: '✕', other: '→', timer: '◷' };

let known = false;

export function register(routing) {
    if (!known) {
        known = true;
        const text = (size, weight) => ({ fontFamily: font, fontSize: size, fontWeight: weight, textVerticalAnchor: 'middle', pointerEvents: 'none' });
        Graph.registerNode('lf-card', {
            markup: [
                ...['halo', 'body', 'inner', 'tile'].map(selector => ({ tagName: 'rect', selector, className: selector === 'tile' ? '' : `fc-${selector}` })),
                { tagName: 'path', selector: 'sign' },
                { tagName: 'text', selector: 'label' },
                { tagName: 'text', selector: 'who' },
                ...[0, 1, 2].map(index => ({ tagName: 'path', selector: `badge${index}` })),
                { tagName: 'circle', selector: 'mark' },
                { tagName: 'text', selector: 'markSign' },
                ...['top', 'right', 'bottom', 'left'].map(side => ({ tagName: 'circle', selector: side, className: 'fc-port', attrs: { 'data-port': side } })),
            ],
            attrs: {
                label: text(stateFont.size, stateFont.weight),
                who: text(whoFont.size, whoFont.weight),
                markSign: { ...text(12, 700), text: '!', textAnchor: 'middle' },
                sign: { fill: 'none', strokeWidth: 1.9, strokeLinecap: 'round', strokeLinejoin: 'round' },
            },
        }, true);
        Graph.registerNode('lf-note', {
            markup: [{ tagName: 'rect', selector: 'halo', className: 'fc-halo' }, { tagName: 'path', selector: 'body', className: 'fc-body' }, { tagName: 'text', selector: 'label' }, { tagName: 'path', selector: 'grip', className: 'fc-grip', attrs: { 'data-grip': '' } }],
            attrs: { label: { ...text(noteFont.size, noteFont.weight), textVerticalAnchor: 'top', lineHeight: 19 } },
        }, true);
    }
    Graph.registerAnchor('lf-side', routing.anchor, true);
    Graph.registerRouter('lf-way', routing.router, true);
}

const up = (length, step) => Math.ceil(length / step) * step;

function shortened(text, width, style) {
    if (widthOf(text, style) <= width) return text;
    let end = text.length;
    while (end > 1 && widthOf(`${text.slice(0, end)}…`, style) > width) end--;
    return `${text.slice(0, end).trimEnd()}…`;
}

// A card is as large before somebody says who acts there as after: it stands where it was put, and in line with its neighbours.
export function sizeOfState(item) {
    const plain = ['start', 'end', 'fork', 'join'].includes(item.look);
    const lines = wrap(item.name || ' ', mostWords, stateFont, 2);
    const badges = item.notes?.length ?? 0;
    const who = item.who ? shortened(item.who, mostWords - (badges ? badges * 19 + 6 : 0), whoFont) : '';
    const words = Math.max(plain ? 0 : mostWords, ...lines.map(line => widthOf(line, stateFont)), widthOf(who, whoFont));
    return {
        lines, who,
        width: up(Math.max(110, words + 10 + tile + 10 + 14), 20),
        height: up(20 + lines.length * lineHeight + (who || !plain ? 18 : 0), 20) + (plain ? 0 : 4),
    };
}

export function paintState(item, { lines, who, width, height }, texts) {
    const { sign, ink, round } = looks[item.look] ?? looks.state;
    const corner = round ? height / 2 : 10;
    const rows = lines.length * lineHeight + (who ? 18 : 0);
    const top = (height - rows) / 2 + lineHeight / 2;
    const passage = item.look === 'fork' || item.look === 'join';
    const isEnd = item.look === 'end';
    const tone = ink === 'brand' || ink === 'accent' || ink === 'good' || ink === 'info' || ink === 'mute' ? ink : 'brand';
    const attrs = {
        halo: { x: -4, y: -4, width: width + 8, height: height + 8, rx: corner + 4, ry: corner + 4 },
        body: {
            width, height, rx: corner, ry: corner,
            fill: passage ? 'var(--lf-mute-soft)' : 'var(--lf-surface)',
            stroke: item.look === 'start' ? 'var(--lf-good)' : 'var(--lf-line-strong)', strokeWidth: isEnd ? 2 : 1.25, strokeDasharray: item.hidden ? '5 4' : null,
        },
        inner: isEnd
            ? { x: 4, y: 4, width: width - 8, height: height - 8, rx: corner - 4, ry: corner - 4, fill: 'none', stroke: 'var(--lf-line-strong)', strokeWidth: 1 }
            : passage ? { x: item.look === 'fork' ? width - 6 : 0, y: 8, width: 6, height: height - 16, rx: 3, ry: 3, fill: 'var(--lf-text-3)', stroke: 'none', strokeWidth: 0 }
            : { x: 0, y: 0, width: 0, height: 0, fill: 'none', stroke: 'none' },
        tile: { x: 10, y: (height - tile) / 2, width: tile, height: tile, rx: round ? tile / 2 : 8, ry: round ? tile / 2 : 8, fill: passage ? 'none' : soft(tone) },
        sign: { d: sign, stroke: onSoft(tone), fill: round ? onSoft(tone) : 'none', transform: `translate(${10 + tile / 2 - 10.2} ${height / 2 - 10.2}) scale(0.85)` },
        label: { text: lines.join('\n'), x: 10 + tile + 10, y: top + (lines.length - 1) * lineHeight / 2, lineHeight, fill: item.hidden ? 'var(--lf-text-2)' : 'var(--lf-text)' },
        who: { text: who, x: 10 + tile + 10, y: top + lines.length * lineHeight - 1, fill: 'var(--lf-text-2)' },
        mark: item.problem
            ? { cx: width - 4, cy: 4, r: 9, fill: item.problem === 'error' ? 'var(--lf-bad)' : 'var(--lf-warn)', stroke: 'var(--lf-surface)', strokeWidth: 2, title: item.problems?.join('\n') ?? '' }
            : { cx: 0, cy: 0, r: 0, fill: 'none', stroke: 'none', strokeWidth: 0, title: '' },
        markSign: { x: width - 4, y: 4.5, fill: item.problem ? 'var(--lf-on-bad)' : 'none' },
        top: { cx: width / 2, cy: 0, r: 6 },
        right: { cx: width, cy: height / 2, r: 6 },
        bottom: { cx: width / 2, cy: height, r: 6 },
        left: { cx: 0, cy: height / 2, r: 6 },
    };
    [0, 1, 2].forEach(index => {
        const note = item.notes?.[index];
        attrs[`badge${index}`] = note
            ? { d: badgeSigns[note.icon] ?? badgeSigns.timer, fill: 'none', stroke: 'var(--lf-text-3)', strokeWidth: 2, strokeLinecap: 'round', transform: `translate(${width - 12 - (item.notes.slice(0, 3).length - index) * 18} ${height - 21}) scale(0.62)`, title: note.text }
            : { d: '', stroke: 'none', fill: 'none', title: '' };
    });
    return attrs;
}

export function paintNote(item) {
    const { width, height } = item;
    const lines = item.text.split('\n').flatMap(line => wrap(line, width - 24, noteFont, 40));
    const room = Math.max(1, Math.floor((height - 20) / 19));
    const shown = lines.length > room ? [...lines.slice(0, room - 1), `${lines[room - 1] ?? ''}…`] : lines;
    return {
        halo: { x: -4, y: -4, width: width + 8, height: height + 8, rx: 8, ry: 8 },
        body: { d: `M 4 0 H ${width - 4} Q ${width} 0 ${width} 4 V ${height - 14} L ${width - 14} ${height} H 4 Q 0 ${height} 0 ${height - 4} V 4 Q 0 0 4 0 Z`, fill: 'var(--lf-accent-soft)', stroke: 'var(--lf-accent)', strokeWidth: 1 },
        label: { text: shown.join('\n'), x: 12, y: 10, fill: 'var(--lf-on-accent-soft)' },
        grip: { d: `M ${width - 14} ${height} V ${height - 14} H ${width} Z`, fill: 'var(--lf-accent)', stroke: 'none' },
    };
}

export function captionOf(item, isNarrow = false) {
    const name = `${lineSigns[item.kind] ?? lineSigns.other} ${item.name}`;
    const [width, most] = isNarrow ? [80, 4] : [170, 2];
    const lines = [...wrap(name, Math.min(width, 140), captionFont, 2), ...(item.condition ? wrap(item.condition, width, { ...captionFont, weight: 500 }, most) : [])];
    const words = Math.max(...lines.map(line => widthOf(line, captionFont)));
    return { lines, width: Math.ceil(words) + 14, height: lines.length * captionFont.leading + 6 };
}

// As it reads best, and narrower for where there is little room.
export function captionsOf(item) {
    const [wide, narrow] = [captionOf(item), captionOf(item, true)];
    return narrow.width < wide.width - 16 ? [wide, narrow] : [wide];
}

export function paintLine(item, caption) {
    const colour = lineInk[item.kind] ?? lineInk.other;
    return {
        attrs: {
            wrap: { strokeWidth: 16, stroke: 'transparent', class: 'fc-wrap' },
            line: { stroke: colour, strokeWidth: 1.75, strokeDasharray: strokes[item.kind] ?? null, targetMarker: { name: 'block', width: 9, height: 7 }, class: 'fc-line' },
        },
        label: {
            markup: [{ tagName: 'rect', selector: 'plate', className: 'fc-caption' }, { tagName: 'text', selector: 'words' }, { tagName: 'circle', selector: 'mark' }],
            attrs: {
                plate: { x: -caption.width / 2, y: -caption.height / 2, width: caption.width, height: caption.height, rx: 7, ry: 7, fill: 'var(--fc-ground)', stroke: 'none' },
                words: { text: caption.lines.join('\n'), textAnchor: 'middle', textVerticalAnchor: 'middle', fontFamily: font, fontSize: captionFont.size, fontWeight: captionFont.weight, lineHeight: captionFont.leading, fill: item.kind === 'other' ? 'var(--lf-text-2)' : colour },
                mark: item.problem ? { cx: caption.width / 2, cy: -caption.height / 2, r: 5, fill: item.problem === 'error' ? 'var(--lf-bad)' : 'var(--lf-warn)', stroke: 'var(--fc-ground)', strokeWidth: 1.5, title: item.problems?.join('\n') ?? '' } : { r: 0 },
            },
        },
    };
}
