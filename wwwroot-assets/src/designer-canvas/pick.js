// What is in hand. The server hears of it, so that panels and problems go with it.
const calm = 60;

export function createPick(desk) {
    const { scene } = desk;
    let picked = new Set();
    let told = '';
    let isTelling = false;
    let timer;

    const split = () => {
        const of = letter => [...picked].filter(id => id[0] === letter);
        const number = id => Number(id.slice(1).split('.')[0]);
        const branch = picked.size === 1 ? [...picked][0].split('.')[1] : undefined;
        return { states: of('s').map(number), transitions: [...new Set(of('t').map(number))], notes: of('n').map(number), branch: branch === undefined ? null : Number(branch) };
    };

    const tell = () => {
        const text = JSON.stringify(split());
        clearTimeout(timer);
        isTelling = text !== told;
        if (!isTelling) return;
        timer = setTimeout(() => {
            // What is not there yet on the server cannot be picked there.
            if (!desk.outbox.isEmpty) return tell();
            told = text;
            // Without a connection nobody listens; the next choice is told again.
            desk.dotnet.invokeMethodAsync('Choose', split()).catch(() => { told = ''; }).finally(() => { isTelling = false; });
        }, calm);
    };

    const show = next => {
        for (const id of picked) if (!next.has(id)) scene.mark(id, 'is-picked', false);
        for (const id of next) scene.mark(id, 'is-picked', true);
        picked = next;
        desk.handles?.show();
    };

    const pick = {
        get ids() { return [...picked]; },
        get one() { return picked.size === 1 ? [...picked][0] : null; },
        has: id => picked.has(id),
        only(ids) {
            show(new Set(ids.filter(id => scene.items.has(id))));
            tell();
        },
        toggle(id) {
            const next = new Set(picked);
            if (!next.delete(id)) next.add(id);
            pick.only([...next]);
        },
        // What the server has in hand, because a panel or a problem chose it.
        heard({ states, transitions, notes, branch = null }) {
            const text = JSON.stringify({ states, transitions, notes, branch });
            if (text === told || text === JSON.stringify(split())) { told = text; return; }
            // What was picked here a moment ago and is on its way is newer than what the server says.
            if (isTelling || !desk.outbox.isEmpty || desk.isBusy) return;
            told = text;
            const ids = [...states.map(id => `s${id}`), ...transitions.map(id => branch === null ? `t${id}` : `t${id}.${branch}`), ...notes.map(id => `n${id}`)].filter(id => scene.items.has(id));
            show(new Set(ids));
            if (ids.length) desk.view.reveal(ids[0]);
        },
        // Cells that were drawn anew carry no marks; those that went are no longer in hand.
        refresh() {
            show(new Set([...picked].filter(id => scene.items.has(id))));
        },
        dispose: () => clearTimeout(timer),
    };
    return pick;
}
