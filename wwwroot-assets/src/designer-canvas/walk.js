// Arrows walk from state to state; what is reached is picked, seen, and read out.
const ways = { ArrowRight: { x: 1, y: 0 }, ArrowLeft: { x: -1, y: 0 }, ArrowDown: { x: 0, y: 1 }, ArrowUp: { x: 0, y: -1 } };

export function createWalk(desk) {
    const { scene, pick, view, texts } = desk;
    let last;
    const middle = box => ({ x: box.x + box.width / 2, y: box.y + box.height / 2 });

    const go = id => {
        if (!id) return;
        pick.only([id]);
        view.reveal(id);
        last = scene.boxOf(id) ?? last;
        desk.whisper(walk.told(id));
    };

    const walk = {
        go,
        remember: box => { last = box; },

        told(id) {
            const item = scene.items.get(id);
            if (item.type === 'note') return `${texts.Note}: ${item.text}`;
            if (item.type === 'line') {
                const to = scene.items.get(item.to)?.name;
                return [item.condition ? `${item.name}, ${texts.If.replace('{0}', item.condition)}` : item.name, texts.LeadsTo.replace('{0}', to), ...(item.problems ?? [])].join('. ');
            }
            const leaving = scene.all('line').filter(line => line.from === id).map(line => `${line.name} → ${scene.items.get(line.to)?.name}`);
            return [item.name, item.who, ...(item.notes ?? []).map(note => note.text), leaving.length ? leaving.join(', ') : texts.LeadsNowhere, ...(item.problems ?? [])].filter(Boolean).join('. ');
        },

        step(key) {
            const from = pick.ids.find(id => scene.items.has(id));
            if (from && scene.items.get(from).type === 'line') return walk.alongLine(from, key);
            const box = scene.boxOf(from) ?? last;
            const nodes = [...scene.boxes].filter(([id]) => id !== from);
            if (!box) return go((scene.all('state').find(state => state.look === 'start') ?? scene.all('state')[0] ?? scene.all('note')[0])?.id);
            const [here, { x, y }] = [middle(box), ways[key]];
            const scored = nodes.map(([id, other]) => {
                const to = middle(other);
                const [ahead, aside] = [(to.x - here.x) * x + (to.y - here.y) * y, Math.abs((to.x - here.x) * y) + Math.abs((to.y - here.y) * x)];
                return { id, ahead, cost: ahead + aside * 2.5 };
            }).filter(({ ahead }) => ahead > 5).sort((a, b) => a.cost - b.cost);
            return go(scored[0]?.id);
        },

        // On a line: back to where it comes from, on to where it leads, or to its neighbours.
        alongLine(id, key) {
            const line = scene.items.get(id);
            if (key === 'ArrowLeft') return go(line.from);
            if (key === 'ArrowRight') return go(line.to);
            const lines = scene.all('line').filter(other => other.from === line.from);
            const index = lines.findIndex(other => other.id === id) + (key === 'ArrowDown' ? 1 : -1);
            return go(lines[(index + lines.length) % lines.length].id);
        },

        // From a state to the lines that leave it, one after the other.
        lines() {
            const id = pick.one;
            const item = id && scene.items.get(id);
            if (!item || item.type === 'note') return;
            if (item.type === 'line') return walk.alongLine(id, 'ArrowDown');
            const first = scene.all('line').find(line => line.from === id) ?? scene.all('line').find(line => line.to === id);
            return go(first?.id);
        },
    };
    return walk;
}
