// What a designer does: shown at once, and told to the server as one edit.
import { sizeOfState } from './look.js';
import { freePlace, tidy } from './tidy.js';

const number = id => Number(id.slice(1).split('.')[0]);
const lineRef = id => {
    const [transition, branch] = id.slice(1).split('.');
    return branch === undefined ? { transition: Number(transition) } : { transition: Number(transition), branch: Number(branch) };
};
const at = ({ x, y }) => ({ x: Math.round(x), y: Math.round(y) });

export function createActs(desk) {
    const { scene, truth, texts, ids } = desk;

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

    const stateEdit = (template, place) => {
        if (template === 'fork') {
            const [fork, join] = [ids.take(), ids.take()];
            const joinAt = { x: place.x + 420, y: place.y };
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
        sizeOf: template => template === 'note' ? { width: 200, height: 100 } : sizeOfState({ look: template, name: texts[`New${template[0].toUpperCase()}${template.slice(1)}`] }),

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
            desk.say(texts.Added.replace('{0}', scene.items.get(touched[0]).name));
            return touched[0];
        },

        // A place that can be seen: right of what is picked, else in the middle.
        placeFor(template, from) {
            const size = acts.sizeOf(template);
            const box = scene.boxOf(from ?? desk.pick.ids.find(id => scene.boxes.has(id)));
            const seen = desk.view.seen();
            const start = box
                ? { x: box.x + box.width + 120, y: box.y + (box.height - size.height) / 2 }
                : { x: seen.x + (seen.width - size.width) / 2, y: seen.y + (seen.height - size.height) / 2 };
            return freePlace(start, size, [...scene.boxes.values()]);
        },

        // The next state, connected: one act.
        append(from, template, place = acts.placeFor(template, from), fromSide = null) {
            if (desk.readOnly || ids.count < 4) return null;
            if (scene.items.get(from)?.look === 'end') return desk.say(texts.EndIsLeft);
            if (template === 'start') return desk.say(texts.OneStart);
            const state = stateEdit(template, place);
            const line = connectEdit(from, fromSide, state.touched[0], null);
            tell({ kind: 'together', edits: [state.edit, line.edit] }, [...state.touched, ...line.touched]);
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
            const places = moved.filter(id => scene.boxes.has(id)).map(id => ({ id: number(id), at: at(scene.boxOf(id)), note: id[0] === 'n' }));
            const of = note => places.filter(place => place.note === note).map(({ id, at: place }) => ({ id, at: place }));
            tell({ kind: 'move', states: of(false), notes: of(true) }, moved);
            // Every line may now have a better way.
            scene.flush(true);
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
            const near = scene.boxOf([...nodes][0]);
            desk.pick.only([]);
            for (const id of [...lines, ...nodes]) scene.drop(id);
            tell({ kind: 'remove', states: states.map(number), lines: own.map(lineRef), notes: notes.map(number) }, [...lines, ...nodes]);
            scene.flush();
            desk.say(texts.Removed.replace('{0}', String(gone.length)));
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
            scene.flush(true);
            desk.view.fit();
            desk.say(texts.Arranged);
        },

        undo: () => !desk.readOnly && desk.outbox.say('undo'),
        redo: () => !desk.readOnly && desk.outbox.say('redo'),
    };
    return acts;
}
