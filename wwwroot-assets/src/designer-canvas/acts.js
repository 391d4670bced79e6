// What a designer does: shown at once, and told to the server as one edit.
import { createPlacing, isUpright } from './placing.js';
import { between, freePlace, grid, nearestPlace, sideTo } from './room.js';
import { tidy } from './tidy.js';

const number = id => Number(id.slice(1).split('.')[0]);
const lineRef = id => {
    const [transition, branch] = id.slice(1).split('.');
    return branch === undefined ? { transition: Number(transition) } : { transition: Number(transition), branch: Number(branch) };
};
const at = ({ x, y }) => ({ x: Math.round(x), y: Math.round(y) });

export function createActs(desk) {
    const { scene, truth, texts, ids } = desk;
    const placing = createPlacing(desk);
    const { sizeOf, blockOf } = placing;

    // Places that were only arranged become places that are kept, as soon as somebody draws beside them.
    const tell = (edit, touched) => {
        for (const id of touched) truth.ahead.add(id);
        const loose = [...truth.told.values()].filter(item => item.loose && scene.boxes.has(item.id));
        for (const item of loose) delete item.loose;
        desk.outbox.post(loose.length === 0 ? edit : {
            kind: 'together',
            edits: [{ kind: 'move', states: loose.map(({ id }) => ({ id: number(id), at: at(scene.boxOf(id)) })), notes: [] }, edit],
        });
        desk.changed();
    };

    const movedEdit = moved => {
        const of = letter => moved.filter(id => id[0] === letter && scene.boxes.has(id)).map(id => ({ id: number(id), at: at(scene.boxOf(id)) }));
        return { kind: 'move', states: of('s'), notes: of('n') };
    };

    // What makes room: everything from there on.
    const pushedOn = ({ ids: pushed, along, push }) => {
        for (const id of pushed) {
            const { x, y } = scene.boxOf(id);
            scene.place(id, along === 'x' ? x + push : x, along === 'y' ? y + push : y);
        }
        return pushed;
    };

    const show = item => {
        scene.set(item);
        return item.id;
    };

    const isRefused = (from, to) => {
        const [a, b] = [scene.items.get(from), scene.items.get(to)];
        if (!a || !b) return texts.Gone;
        if (a.look === 'end') return texts.EndIsLeft;
        if (b.look === 'start' && a.look !== 'state' && a.look !== 'children') return texts.StartIsEntered;
        return null;
    };

    const stateEdit = (template, place, side = 'right') => {
        if (template === 'fork') {
            const [fork, join] = [ids.take(), ids.take()];
            const joinAt = placing.joinFor(place, side);
            show({ id: `s${fork}`, type: 'state', look: 'fork', name: texts.NewFork, ...place });
            show({ id: `s${join}`, type: 'state', look: 'join', name: texts.NewJoin, ...joinAt });
            return { edit: { kind: 'addBlock', fork, join, at: at(place), joinAt: at(joinAt) }, touched: [`s${fork}`, `s${join}`] };
        }
        const id = ids.take();
        const name = texts[`New${template[0].toUpperCase()}${template.slice(1)}`];
        show({ id: `s${id}`, type: 'state', look: template, name, ...place });
        return { edit: { kind: 'addState', id, template, at: at(place) }, touched: [`s${id}`] };
    };

    const connectEdit = (from, fromSide, to, toSide) => {
        const id = ids.take();
        show({ id: `t${id}`, type: 'line', from, to, fromSide, toSide, kind: scene.items.get(to)?.look === 'start' ? 'refuse' : 'agree', name: '…' });
        return { edit: { kind: 'connect', id, from: number(from), fromSide, to: number(to), toSide }, touched: [`t${id}`] };
    };

    const hasStart = () => scene.all('state').some(state => state.look === 'start');

    const acts = {
        isRefused, lineRef, number,

        add(template, place) {
            if (desk.readOnly || ids.count < 4) return null;
            if (template === 'start' && hasStart()) return desk.say(texts.OneStart);
            if (template === 'note') {
                const id = ids.take();
                show({ id: `n${id}`, type: 'note', text: '', ...place, width: 200, height: 100 });
                tell({ kind: 'addNote', id, text: '', at: at(place) }, [`n${id}`]);
                desk.pick.only([`n${id}`]);
                desk.rename.begin(`n${id}`);
                return `n${id}`;
            }
            const { edit, touched } = stateEdit(template, place);
            tell(edit, touched);
            scene.flush();
            desk.pick.only([touched[0]]);
            return touched[0];
        },

        // Dropped from the palette: into a line, or where there is room; notes may lie anywhere.
        drop(template, point) {
            const line = placing.lineFor(template, point);
            if (line) return acts.insert(template, line, point);
            const size = blockOf(template);
            const first = sizeOf(template);
            const place = { x: grid(point.x - first.width / 2), y: grid(point.y - first.height / 2) };
            return acts.add(template, template === 'note' ? place : nearestPlace(place, size, placing.stateBoxes()));
        },

        // Into a line: it leads to the new state, from which a new line leads on. What comes after makes room.
        insert(template, id, point) {
            if (ids.count < 6) return null;
            const line = scene.items.get(id);
            const [from, to] = [scene.boxOf(line.from), scene.boxOf(line.to)];
            const side = sideTo(from, to);
            const size = blockOf(template, side);
            const room = between(from, to, point, size, scene.routeOf(id));
            const pushed = room?.push ? pushedOn({ ...room, ids: [...scene.boxes].filter(([other, box]) => other !== line.from && box[room.along] >= room.from).map(([other]) => other) }) : [];
            const place = nearestPlace(room?.place ?? { x: grid(point.x - size.width / 2), y: grid(point.y - size.height / 2) }, size, placing.stateBoxes());
            const state = stateEdit(template, isUpright(side) ? { ...place, x: place.x + (size.width - sizeOf(template).width) / 2 } : place, side);
            const [into, out, next] = [state.touched[0], state.touched.at(-1), ids.take()];
            show({ ...line, to: into, toSide: null, bends: [] });
            show({ id: `t${next}`, type: 'line', from: out, to: line.to, kind: scene.items.get(line.to).look === 'start' ? 'refuse' : 'agree', name: '…' });
            tell({
                kind: 'together',
                edits: [state.edit, { kind: 'insert', line: lineRef(id), into: number(into), out: number(out), next }, ...pushed.length ? [movedEdit(pushed)] : []],
            }, [...state.touched, id, `t${next}`, ...pushed]);
            scene.flush();
            desk.pick.only([into]);
            desk.view.reveal(into);
            return into;
        },

        // The next state, connected: one act.
        append(from, template, place = null, fromSide = null) {
            if (desk.readOnly || ids.count < 4) return null;
            if (scene.items.get(from)?.look === 'end') return desk.say(texts.EndIsLeft);
            if (template === 'start') return desk.say(texts.OneStart);
            const room = place || fromSide ? null : placing.roomAfter(from, template);
            const pushed = room ? pushedOn(room) : [];
            const put = place ?? room?.place ?? placing.placeFor(template, from, fromSide);
            const state = stateEdit(template, put, sideTo(scene.boxOf(from), { ...put, ...sizeOf(template) }));
            const line = connectEdit(from, fromSide, state.touched[0], null);
            tell({ kind: 'together', edits: [state.edit, line.edit, ...pushed.length ? [movedEdit(pushed)] : []] }, [...state.touched, ...line.touched, ...pushed]);
            scene.flush();
            desk.pick.only([state.touched[0]]);
            desk.view.reveal(state.touched[0]);
            return state.touched[0];
        },

        connect(from, fromSide, to, toSide) {
            const refusal = isRefused(from, to);
            if (desk.readOnly || ids.count < 2) return null;
            if (refusal) return desk.say(refusal);
            const { edit, touched } = connectEdit(from, fromSide, to, toSide);
            tell(edit, touched);
            scene.flush();
            desk.pick.only(touched);
            return touched[0];
        },

        reconnect(line, from, fromSide, to, toSide) {
            const refusal = isRefused(from, to);
            if (refusal) { scene.set(scene.items.get(line)); scene.flush(); return desk.say(refusal); }
            show({ ...scene.items.get(line), from, fromSide, to, toSide, bends: [] });
            tell({ kind: 'reconnect', line: lineRef(line), from: number(from), fromSide, to: number(to), toSide }, [line]);
            return scene.flush();
        },

        bend(line, bends) {
            show({ ...scene.items.get(line), bends });
            tell({ kind: 'bend', line: lineRef(line), bends: bends.map(at) }, [line]);
            scene.flush();
        },

        // The cells are where they were put; now they are told.
        moved(moved) {
            tell(movedEdit(moved), moved);
            scene.flush();
        },

        moveTo(places) {
            if (desk.readOnly) return;
            const moved = [...places].filter(([id, { x, y }]) => { const box = scene.boxOf(id); return box && (box.x !== x || box.y !== y); });
            for (const [id, { x, y }] of moved) scene.place(id, x, y);
            if (moved.length) acts.moved(moved.map(([id]) => id));
        },

        nudge(dx, dy) {
            acts.moveTo(new Map(desk.pick.ids.filter(id => scene.boxes.has(id)).map(id => [id, { x: scene.boxOf(id).x + dx, y: scene.boxOf(id).y + dy }])));
        },

        resize(note, width, height) {
            tell({ kind: 'resizeNote', id: number(note), width, height }, [note]);
        },

        rename(id, name) {
            const item = scene.items.get(id);
            if (item.type === 'note') {
                show({ ...item, text: name });
                tell({ kind: 'writeNote', id: number(id), text: name }, [id]);
            } else if (name.trim() && name.trim() !== item.name) {
                show({ ...item, name: name.trim() });
                tell({ kind: item.type === 'state' ? 'renameState' : 'renameTransition', id: number(id), name: name.trim(), language: desk.language }, [id]);
                scene.flush();
            }
        },

        remove(gone = desk.pick.ids) {
            if (desk.readOnly || gone.length === 0) return;
            const of = type => gone.filter(id => scene.items.get(id)?.type === type);
            const [states, notes, own] = [of('state'), of('note'), of('line')];
            const nodes = new Set([...states, ...notes]);
            const lines = new Set([...own, ...scene.linesOf(nodes).map(line => line.id)]);
            // A transition that leads nowhere otherwise goes with its conditions.
            for (const { id } of scene.all('line')) if (lines.has(id.split('.')[0])) lines.add(id);
            const near = scene.boxOf([...nodes][0]);
            // Told twice, it must not take the branch that stands there then.
            const counted = id => ({ ...lineRef(id), of: scene.all('line').filter(line => line.id.startsWith(`${id.split('.')[0]}.`)).length });
            const told = own.map(id => id.includes('.') ? counted(id) : lineRef(id));
            desk.pick.only([]);
            for (const id of [...lines, ...nodes]) scene.drop(id);
            tell({ kind: 'remove', states: states.map(number), lines: told, notes: notes.map(number) }, [...lines, ...nodes]);
            scene.flush();
            if (near) desk.walk.remember(near);
        },

        async duplicate() {
            const chosen = desk.pick.ids.filter(id => scene.boxes.has(id) && scene.items.get(id).look !== 'start');
            if (desk.readOnly || chosen.length === 0) return;
            const inside = new Set(chosen);
            const count = chosen.length + scene.all('line').filter(line => !line.id.includes('.') && inside.has(line.from) && inside.has(line.to)).length;
            const taken = await ids.many(count);
            const box = scene.bounds(chosen);
            if (!taken) return desk.say(texts.Offline);
            const of = letter => chosen.filter(id => id[0] === letter).map(number);
            desk.pickWhenThere([...of('s').map((_, i) => `s${taken[i]}`), ...of('n').map((_, i) => `n${taken[count - of('n').length + i]}`)]);
            tell({ kind: 'duplicate', states: of('s'), notes: of('n'), ids: taken, at: at(freePlace({ x: box.x + 40, y: box.y + box.height + 40 }, box, [...scene.boxes.values()])) }, []);
        },

        arrange() {
            const states = scene.all('state');
            if (desk.readOnly || states.length === 0) return;
            const places = tidy(states, scene.all('line'), new Map(), desk.room());
            for (const line of scene.all('line')) scene.set({ ...line, fromSide: null, toSide: null, bends: [] });
            for (const [id, { x, y }] of places) scene.place(id, x, y);
            tell({ kind: 'arrange', states: [...places].map(([id, place]) => ({ id: number(id), at: at(place) })) }, [...places.keys(), ...scene.all('line').map(line => line.id)]);
            scene.flush();
            desk.view.fit();
            desk.say(texts.Arranged);
        },

        undo: () => !desk.readOnly && desk.outbox.say('undo'),
        redo: () => !desk.readOnly && desk.outbox.say('redo'),
    };
    return { ...acts, sizeOf, placeFor: placing.placeFor, lineFor: placing.lineFor };
}
