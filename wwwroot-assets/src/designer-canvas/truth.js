// What the server says the flow is. It is shown at once, except where the designer's hands are quicker.
import { tidy } from './tidy.js';

export function createTruth(desk) {
    const { scene } = desk;
    const told = new Map();
    let version = 0;
    // Cells that acts changed here before the server said so.
    const ahead = new Set();

    const show = id => {
        const item = told.get(id);
        if (!item) return scene.items.has(id) && scene.drop(id);
        const shown = scene.items.get(id);
        const place = item.type === 'line' ? {} : { x: item.x ?? shown?.x, y: item.y ?? shown?.y };
        scene.set({ ...item, ...place });
    };

    const truth = {
        told, ahead,
        get version() { return version; },
        isLoose: id => told.get(id)?.type === 'state' && told.get(id).x == null,

        // Returns false where something in between was missed and the whole must be asked for.
        take(change) {
            if (!change.isWhole && change.version !== version + 1) return false;
            version = change.version;
            const cells = change.cells.map(text => JSON.parse(text));
            const changed = new Set([...cells.map(cell => cell.id), ...change.gone]);
            if (change.isWhole) {
                const known = new Set(cells.map(cell => cell.id));
                for (const id of told.keys()) if (!known.has(id)) { told.delete(id); changed.add(id); }
            }
            for (const cell of cells) told.set(cell.id, cell);
            for (const id of change.gone) told.delete(id);
            truth.show(changed);
            return true;
        },

        show(ids) {
            const held = id => ahead.has(id) || desk.isHeld(id);
            const free = [...ids].filter(id => !held(id));
            for (const id of ids) if (held(id)) ahead.add(id);
            placeLoose(free);
            // States before lines: a line finds its way between what is there.
            for (const id of free.filter(id => !isLine(id))) show(id);
            for (const id of free.filter(isLine)) show(id);
            scene.flush();
            desk.changed();
        },

        // Everything was told and nothing is in hand: what is shown is what the server says.
        settle() {
            const ids = [...ahead];
            ahead.clear();
            if (ids.length) truth.show(ids);
        },
    };

    const isLine = id => id.startsWith('t');

    // States that nobody has placed yet get a place beside those that have one.
    function placeLoose(ids) {
        const loose = ids.map(id => told.get(id)).filter(item => item?.type === 'state' && item.x == null && !scene.boxes.has(item.id));
        if (loose.length === 0) return;
        const states = [...told.values()].filter(item => item.type === 'state');
        const lines = [...told.values()].filter(item => item.type === 'line');
        const fixed = new Map(states.map(state => [state.id, scene.boxOf(state.id) ?? (state.x == null ? null : state)]).filter(([, box]) => box));
        for (const [id, { x, y }] of tidy(states, lines, fixed, desk.room())) {
            const item = told.get(id);
            if (loose.includes(item)) told.set(id, { ...item, x, y, loose: true });
        }
    }

    return truth;
}
