// The canvas of the designer: all that goes with the pointer happens here, finished edits go to the server.
import { createActs } from './designer-canvas/acts.js';
import { createAlign } from './designer-canvas/align.js';
import { createChooser } from './designer-canvas/chooser.js';
import { createClipboard } from './designer-canvas/clipboard.js';
import { createExport } from './designer-canvas/export.js';
import { createHandles } from './designer-canvas/handles.js';
import { createHands } from './designer-canvas/hands.js';
import { createKeys } from './designer-canvas/keys.js';
import { looks } from './designer-canvas/look.js';
import { createIds, createOutbox } from './designer-canvas/outbox.js';
import { createOverlay } from './designer-canvas/overlay.js';
import { createPalette } from './designer-canvas/palette.js';
import { createPick } from './designer-canvas/pick.js';
import { createPull } from './designer-canvas/pull.js';
import { createRename } from './designer-canvas/rename.js';
import { createScene } from './designer-canvas/scene.js';
import { createTruth } from './designer-canvas/truth.js';
import { createView } from './designer-canvas/view.js';
import { createWalk } from './designer-canvas/walk.js';

const spoken = 4000;
const templates = ['state', 'end', 'fork', 'join', 'script', 'hook', 'children'];

export function mount(element, dotnet, start, texts) {
    const stage = element.querySelector('[data-stage]');
    const sheet = element.querySelector('[data-sheet]');
    const live = element.querySelector('[data-live]');
    const ground = document.createElement('div');
    sheet.append(ground);

    const held = new Set();
    let cancel = null;
    let silence;
    let wished = [];
    let marks = { passed: [], refused: [], current: [], taken: [] };
    let isOpened = false;

    const scene = createScene(ground);
    const desk = {
        element, stage, sheet, scene, texts, dotnet,
        language: start.language, name: start.name, readOnly: start.isReadOnly,
        get isBusy() { return cancel !== null; },
        isHeld: id => held.has(id),
        hold(ids, stop) {
            for (const id of ids) held.add(id);
            cancel = stop;
        },
        release() {
            held.clear();
            cancel = null;
            if (desk.outbox.isEmpty) desk.truth.settle();
            desk.handles.show();
        },
        // Said to all: seen below the drawing, and read out.
        say(text) {
            if (!text) return null;
            live.textContent = text;
            live.classList.add('is-shown');
            clearTimeout(silence);
            silence = setTimeout(() => live.classList.remove('is-shown'), spoken);
            return null;
        },
        // Read out only: who sees the drawing knows.
        whisper: text => { element.querySelector('[data-whisper]').textContent = text; },
        room: () => ({ width: sheet.clientWidth || 1600, height: sheet.clientHeight || 900 }),
        changed() {
            desk.pick.refresh();
            paintMarks();
            desk.view.redraw();
            const none = scene.all('state').length === 0;
            element.querySelector('[data-empty]').hidden = !none;
            if (wished.length && wished.some(id => scene.items.has(id))) {
                const there = wished.filter(id => scene.items.has(id));
                wished = [];
                desk.pick.only(there);
                desk.view.revealAll(there);
            }
        },
        pickWhenThere: ids => { wished = ids; },
        renamePicked: () => desk.pick.one && desk.rename.begin(desk.pick.one),
        toggleHand() {
            desk.hands.setHand(!desk.hands.isHand);
            element.querySelector('[data-act=hand]')?.setAttribute('aria-pressed', String(desk.hands.isHand));
        },
        help: () => dotnet.invokeMethodAsync('Help'),

        offerNext(from, side = null, point = null) {
            if (desk.readOnly) return;
            const box = scene.boxOf(from);
            const at = desk.view.toStage(point ?? { x: box.x + box.width + 24, y: box.y });
            const place = template => {
                if (!point) return null;
                const size = desk.acts.sizeOf(template);
                return { x: Math.round((point.x - (side === 'left' ? size.width : side === 'right' ? 0 : size.width / 2)) / 10) * 10, y: Math.round((point.y - size.height / 2) / 10) * 10 };
            };
            desk.chooser.open({
                label: texts.WhatNext, at,
                options: templates.map(template => ({ id: template, name: texts[`Palette${template[0].toUpperCase()}${template.slice(1)}`], hint: texts[`Hint${template[0].toUpperCase()}${template.slice(1)}`], sign: looks[template].sign })),
                onChoose: template => desk.acts.append(from, template, place(template), side),
            });
        },
        offerTargets() {
            const from = desk.pick.one;
            if (!from || scene.items.get(from).type !== 'state' || desk.readOnly) return;
            const box = scene.boxOf(from);
            desk.chooser.open({
                label: texts.ConnectWith.replace('{0}', scene.items.get(from).name),
                at: desk.view.toStage({ x: box.x + box.width + 24, y: box.y }),
                options: scene.all('state').filter(state => !desk.acts.isRefused(from, state.id)).map(state => ({ id: state.id, name: state.name, hint: state.who, sign: looks[state.look].sign })),
                onChoose: to => desk.acts.connect(from, null, to, null),
            });
        },
        offerNew() {
            if (desk.readOnly) return;
            desk.chooser.open({
                label: texts.WhatNew,
                options: ['start', ...templates, 'note'].map(template => ({ id: template, name: texts[`Palette${template[0].toUpperCase()}${template.slice(1)}`], hint: texts[`Hint${template[0].toUpperCase()}${template.slice(1)}`], sign: looks[template].sign })),
                onChoose: template => desk.view.reveal(desk.acts.add(template, desk.acts.placeFor(template))),
            });
        },
        find() {
            desk.chooser.open({
                label: texts.Find,
                options: [...scene.items.values()].map(item => item.type === 'line'
                    ? { id: item.id, name: item.name, hint: `${scene.items.get(item.from)?.name} → ${scene.items.get(item.to)?.name}` }
                    : { id: item.id, name: item.type === 'note' ? item.text.slice(0, 80) || texts.Note : item.name, hint: item.who, sign: looks[item.look ?? 'note'].sign }),
                onChoose: id => desk.walk.go(id),
            });
        },
    };

    const paintMarks = () => {
        for (const id of scene.items.keys()) {
            scene.mark(id, 'is-current', marks.current.includes(id));
            scene.mark(id, 'is-passed', marks.passed.includes(id));
            scene.mark(id, 'is-denied', marks.refused.includes(id));
            scene.mark(id, 'is-taken', marks.taken.includes(id));
        }
    };

    const take = change => {
        if (!desk.truth.take(change)) return false;
        const moved = change.current.join() !== marks.current.join();
        marks = { passed: change.passed, refused: change.refused, current: change.current, taken: change.taken };
        desk.readOnly = change.isReadOnly;
        paintMarks();
        if (moved && isOpened) desk.view.revealAll(marks.current);
        desk.pick.heard(change);
        return true;
    };
    const askWhole = () => dotnet.invokeMethodAsync('Ask').then(change => take(change), () => {});

    desk.view = createView(scene, stage, element.querySelector('[data-map]'));
    desk.overlay = createOverlay(scene);
    desk.ids = createIds(dotnet, start.ids);
    desk.outbox = createOutbox(dotnet, start.key, {
        onAnswer(answer, isLast) {
            if (answer.said) desk.say(answer.said);
            if (answer.change && !take(answer.change)) askWhole();
            if (isLast && !desk.isBusy) desk.truth.settle();
        },
        onOffline: on => stage.classList.toggle('is-offline', on),
        // The drawing shows again what the server has.
        onLost() {
            desk.say(texts.Lost);
            desk.truth.settle();
            askWhole();
        },
    });
    desk.truth = createTruth(desk);
    desk.acts = createActs(desk);
    desk.pick = createPick(desk);
    desk.chooser = createChooser(desk);
    desk.rename = createRename(desk);
    desk.walk = createWalk(desk);
    desk.pull = createPull(desk);
    desk.hands = createHands(desk);
    desk.handles = createHandles(desk);
    desk.clipboard = createClipboard(desk);
    const align = createAlign(desk);
    const files = createExport(desk);
    createPalette(desk);
    createKeys(desk);

    const tools = {
        'zoom-in': desk.view.zoomIn, 'zoom-out': desk.view.zoomOut, 'zoom-one': () => desk.view.zoomTo(1), fit: desk.view.fit,
        find: desk.find, arrange: desk.acts.arrange, hand: desk.toggleHand, duplicate: desk.acts.duplicate, remove: () => desk.acts.remove(),
        svg: files.svg, png: files.png, json: files.json,
        across: () => align.distribute('across'), down: () => align.distribute('down'),
    };
    const press = event => {
        const button = event.target.closest('[data-act]');
        if (!button) return;
        const act = button.dataset.act;
        (tools[act] ?? (() => align.align(act)))();
        button.closest('[popover]')?.hidePopover();
        if (button.closest('[popover]') || ['arrange', 'duplicate', 'remove'].includes(act)) sheet.focus({ preventScroll: true });
    };
    // A menu opens below its button.
    const opens = event => {
        if (event.newState !== 'open' || !event.target.hasAttribute('popover')) return;
        const rect = element.querySelector(`[popovertarget="${event.target.id}"]`).getBoundingClientRect();
        event.target.style.insetBlockStart = `${rect.bottom + 4}px`;
        event.target.style.insetInlineStart = `${Math.max(8, Math.min(rect.left, innerWidth - 336))}px`;
    };
    element.addEventListener('click', press);
    element.addEventListener('beforetoggle', opens, true);

    const watch = new ResizeObserver(() => {
        if (sheet.clientWidth === 0 || sheet.clientHeight === 0) return;
        scene.graph.resize(sheet.clientWidth, sheet.clientHeight);
        if (isOpened) desk.view.pan(0, 0);
        else { isOpened = true; desk.view.open(); }
    });

    for (const path of element.querySelectorAll('[data-sign]')) path.setAttribute('d', looks[path.dataset.sign].sign);
    take(start.change);
    watch.observe(sheet);
    if (!start.isReadOnly && desk.outbox.resume()) desk.say(texts.Resumed);
    dotnet.invokeMethodAsync('Look', matchMedia('(max-width: 47.99rem)').matches).catch(() => {});
    element.dataset.ready = '';

    return {
        update: change => { if (!take(change)) askWhole(); },
        dispose() {
            cancel?.();
            clearTimeout(silence);
            watch.disconnect();
            element.removeEventListener('click', press);
            element.removeEventListener('beforetoggle', opens, true);
            desk.outbox.dispose();
            desk.pick.dispose();
            desk.view.dispose();
            scene.dispose();
            ground.remove();
        },
    };
}
