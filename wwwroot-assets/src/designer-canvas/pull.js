// Lines pulled from a side of a state to another state, their ends moved, their pieces shifted.
import { follow } from './follow.js';
import { routeOf } from './ways.js';

const near = 26;
const opposite = { top: 'bottom', right: 'left', bottom: 'top', left: 'right' };

export function createPull(desk) {
    const { scene, view, acts, overlay } = desk;

    // The state below the pointer, and its side where the pointer is close to the middle of one.
    const targetAt = point => {
        const id = scene.at(point) ?? [...scene.boxes.keys()].find(key => scene.items.get(key).type === 'state' && sideAt(key, point));
        return id && { id, side: sideAt(id, point) };
    };
    const sideAt = (id, point) => ['top', 'right', 'bottom', 'left'].find(side => {
        const port = scene.portOf(id, side);
        return Math.hypot(port.x - point.x, port.y - point.y) <= near / Math.max(0.6, view.scale) / 1.6;
    }) ?? null;

    const light = (target, good) => {
        for (const { id } of scene.all('state')) {
            scene.mark(id, 'is-target', target?.id === id && good);
            scene.mark(id, 'is-refused', target?.id === id && !good);
        }
    };

    // One end is held by a state, the other by the pointer.
    const show = (fixed, side, point, target, isStart) => {
        const refusal = target && (isStart ? acts.isRefused(target.id, fixed) : acts.isRefused(fixed, target.id));
        const good = target && !refusal && target.id !== fixed;
        light(target?.id === fixed ? null : target, good);
        const loose = { x: point.x, y: point.y, width: 0, height: 0 };
        const [from, to] = [scene.boxOf(fixed), good ? scene.boxOf(target.id) : loose];
        const start = scene.portOf(fixed, side);
        const toSide = (good && target.side) || (Math.abs(point.x - start.x) >= Math.abs(point.y - start.y) ? (point.x >= start.x ? 'left' : 'right') : (point.y >= start.y ? 'top' : 'bottom'));
        overlay.pulled(routeOf(from, to, { from: side, to: toSide, lane: 0 }), good);
    };

    const finish = () => {
        overlay.clear();
        light(null);
        desk.sheet.classList.remove('is-pulling');
        desk.release();
    };

    return {
        connect(event, from, side) {
            if (scene.items.get(from).look === 'end') return desk.say(desk.texts.EndIsLeft);
            desk.sheet.classList.add('is-pulling');
            return desk.hold([from], follow(event, {
                move(now) {
                    const point = view.toLocal(now);
                    show(from, side, point, targetAt(point), false);
                },
                end(now, moved) {
                    const point = view.toLocal(now);
                    const target = targetAt(point);
                    finish();
                    if (!moved) desk.offerNext(from, side);
                    else if (target && target.id !== from) acts.connect(from, side, target.id, target.side);
                    // Dropped on the ground: a next state is offered there.
                    else if (!target) desk.offerNext(from, side, point);
                },
                cancel: finish,
            }));
        },

        // An end of a line is taken elsewhere.
        end(event, line, isStart) {
            const { from, to, fromSide, toSide } = scene.items.get(line);
            const way = scene.ways.get(line);
            const fixed = isStart ? to : from;
            const side = isStart ? way.to : way.from;
            desk.sheet.classList.add('is-pulling');
            scene.mark(line, 'is-moving', true);
            desk.hold([line], follow(event, {
                move(now) {
                    const point = view.toLocal(now);
                    show(fixed, side, point, targetAt(point), isStart);
                },
                end(now, moved) {
                    const target = targetAt(view.toLocal(now));
                    finish();
                    scene.mark(line, 'is-moving', false);
                    if (!moved || !target) return desk.handles.show();
                    return isStart ? acts.reconnect(line, target.id, target.side, to, toSide) : acts.reconnect(line, from, fromSide, target.id, target.side);
                },
                cancel() { finish(); scene.mark(line, 'is-moving', false); desk.handles.show(); },
            }));
        },

        // A piece between two corners moves sideways; its corners become bends that stay.
        piece(event, line, index) {
            const points = scene.routeOf(line);
            const item = scene.items.get(line);
            const flat = Math.abs(points[index].y - points[index + 1].y) < 1;
            const from = view.toLocal(event);
            const bendsAt = now => {
                const point = view.toLocal(now);
                const off = Math.round((flat ? point.y - from.y : point.x - from.x) / 5) * 5;
                return points.slice(1, -1).map(({ x, y }, i) => i + 1 === index || i === index ? (flat ? { x, y: y + off } : { x: x + off, y }) : { x, y });
            };
            const put = bends => {
                scene.set({ ...scene.items.get(line), bends });
                scene.redraw();
                desk.handles.show();
            };
            desk.hold([line], follow(event, {
                move: now => put(bendsAt(now)),
                end(now, moved) {
                    if (moved) acts.bend(line, bendsAt(now));
                    desk.release();
                },
                cancel() { desk.release(); put(item.bends ?? []); scene.flush(); },
            }));
        },

        opposite: side => opposite[side],
    };
}
