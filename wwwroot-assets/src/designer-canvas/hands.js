// What the pointer does: picks, moves, draws a frame around, pans, pulls lines.
import { follow } from './follow.js';
import { createPinch } from './pinch.js';
import { snapped } from './snap.js';

export function createHands(desk) {
    const { scene, view, pick, acts, overlay } = desk;
    const { sheet } = desk;
    const pinch = createPinch(sheet, view);
    let space = false;
    let hand = false;

    const cellOf = event => event.target.closest?.('[data-cell-id]')?.getAttribute('data-cell-id');

    const press = event => {
        if (event.target.closest('[data-handle]')) return;
        desk.rename.end();
        desk.chooser.close();
        sheet.focus({ preventScroll: true });
        if (pinch.isPartOf(event)) return event.preventDefault();
        const cell = cellOf(event);
        if (event.button === 1 || event.button === 2 || space || hand || (!cell && event.pointerType === 'touch')) pan(event);
        else if (event.button !== 0) return null;
        else if (!desk.readOnly && event.target.closest('[data-port]')) desk.pull.connect(event, cell, event.target.closest('[data-port]').getAttribute('data-port'));
        else if (!desk.readOnly && event.target.closest('[data-grip]')) resize(event, cell);
        else if (cell) choose(event, cell);
        else frame(event);
        // Else the browser drags a picture of the drawing, or selects its words.
        event.stopPropagation();
        return event.preventDefault();
    };

    const choose = (event, cell) => {
        if (event.shiftKey || event.ctrlKey || event.metaKey) return pick.toggle(cell);
        const wasPicked = pick.has(cell);
        if (!wasPicked) pick.only([cell]);
        if (scene.items.get(cell).type === 'line' || desk.readOnly) return wasPicked && pick.only([cell]);
        return carry(event, cell, () => wasPicked && pick.only([cell]));
    };

    const carry = (event, leader, press) => {
        const moving = pick.ids.filter(id => scene.boxes.has(id));
        const set = new Set(moving);
        const before = new Map(moving.map(id => [id, { x: scene.boxOf(id).x, y: scene.boxOf(id).y }]));
        const whole = scene.bounds(moving);
        const others = [...scene.boxes].filter(([id]) => !set.has(id)).map(([, box]) => box);
        const from = view.toLocal(event);
        const put = (dx, dy) => {
            for (const [id, { x, y }] of before) scene.place(id, x + dx, y + dy);
            scene.follow(set);
        };
        desk.hold(moving, follow(event, {
            move(now) {
                const point = view.toLocal(now);
                let [dx, dy] = [point.x - from.x, point.y - from.y];
                const start = before.get(leader);
                const near = now.altKey ? {} : snapped({ ...whole, x: whole.x + dx, y: whole.y + dy }, others, 6 / view.scale);
                dx = near.x ? dx + near.x.off : Math.round((start.x + dx) / 10) * 10 - start.x;
                dy = near.y ? dy + near.y.off : Math.round((start.y + dy) / 10) * 10 - start.y;
                put(dx, dy);
                overlay.guides({ ...whole, x: whole.x + dx, y: whole.y + dy }, near);
                desk.handles.show();
                view.redraw();
            },
            end(now, moved) {
                overlay.clear();
                // Told before it is let go: else what others changed meanwhile would be shown in its place.
                if (moved) acts.moved(moving);
                else press();
                desk.release();
            },
            cancel() {
                overlay.clear();
                put(0, 0);
                scene.flush();
                desk.release();
            },
        }));
    };

    const frame = event => {
        const from = view.toLocal(event);
        const kept = event.shiftKey ? pick.ids : [];
        const within = now => {
            const to = view.toLocal(now);
            return { x: Math.min(from.x, to.x), y: Math.min(from.y, to.y), width: Math.abs(to.x - from.x), height: Math.abs(to.y - from.y) };
        };
        follow(event, {
            move: now => overlay.frame(within(now)),
            end(now, moved) {
                overlay.clear();
                if (!moved) return kept.length || pick.only([]);
                const area = within(now);
                const caught = [...scene.boxes].filter(([, box]) => box.x < area.x + area.width && area.x < box.x + box.width && box.y < area.y + area.height && area.y < box.y + box.height);
                return pick.only([...new Set([...kept, ...caught.map(([id]) => id)])]);
            },
            cancel: () => overlay.clear(),
        });
    };

    const pan = event => {
        let last = event;
        sheet.classList.add('is-panning');
        const end = () => sheet.classList.remove('is-panning');
        follow(event, {
            move(now) {
                view.pan(now.clientX - last.clientX, now.clientY - last.clientY);
                last = now;
            },
            end(now, moved) {
                end();
                if (!moved && event.button === 0 && !space && !hand) pick.only([]);
            },
            cancel: end,
        });
    };

    const resize = (event, note) => {
        const item = scene.items.get(note);
        const [from, before] = [view.toLocal(event), { width: item.width, height: item.height }];
        const show = (width, height) => { scene.set({ ...scene.items.get(note), width, height }); scene.redraw(); };
        const sizeAt = now => {
            const to = view.toLocal(now);
            const side = (size, off) => Math.max(60, Math.round((size + off) / 10) * 10);
            return [side(before.width, to.x - from.x), side(before.height, to.y - from.y)];
        };
        desk.hold([note], follow(event, {
            move: now => show(...sizeAt(now)),
            end(now, moved) {
                if (moved) acts.resize(note, ...sizeAt(now));
                desk.release();
            },
            cancel() { show(before.width, before.height); desk.release(); },
        }));
    };

    const wheel = event => {
        event.preventDefault();
        const rect = sheet.getBoundingClientRect();
        const unit = event.deltaMode === 1 ? 16 : 1;
        if (event.ctrlKey || event.metaKey) view.zoom(Math.exp(-event.deltaY * unit * 0.0022), { x: event.clientX - rect.left, y: event.clientY - rect.top });
        else if (event.shiftKey && event.deltaX === 0) view.pan(-event.deltaY * unit, 0);
        else view.pan(-event.deltaX * unit, -event.deltaY * unit);
    };

    const open = event => {
        const cell = cellOf(event);
        if (cell && !desk.readOnly) desk.rename.begin(cell);
    };

    const quiet = event => event.preventDefault();
    sheet.addEventListener('pointerdown', press, true);
    sheet.addEventListener('dblclick', open, true);
    sheet.addEventListener('wheel', wheel, { passive: false });
    sheet.addEventListener('contextmenu', quiet);
    // Else a press would be heard twice, as the graph library hears it too.
    for (const kind of ['mousedown', 'touchstart']) sheet.addEventListener(kind, event => event.stopPropagation(), true);

    return {
        get isHand() { return hand; },
        setSpace(on) { space = on; sheet.classList.toggle('is-hand', space || hand); },
        setHand(on) { hand = on; sheet.classList.toggle('is-hand', space || hand); },
    };
}
