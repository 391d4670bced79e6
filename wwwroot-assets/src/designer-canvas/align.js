// Lines up what is picked, and spaces it out evenly.
export function createAlign(desk) {
    const { scene, pick, acts, texts } = desk;
    const chosen = least => {
        const ids = pick.ids.filter(id => scene.boxes.has(id));
        if (ids.length < least) desk.say(texts.PickMore.replace('{0}', least));
        return ids.length < least ? null : ids;
    };
    const move = (ids, placeOf) => acts.moveTo(new Map(ids.map(id => {
        const box = scene.boxOf(id);
        return [id, { x: box.x, y: box.y, ...placeOf(box) }];
    })));

    return {
        align(how) {
            const ids = chosen(2);
            if (!ids) return;
            const whole = scene.bounds(ids);
            const round = Math.round;
            move(ids, {
                left: () => ({ x: whole.x }),
                center: box => ({ x: round(whole.x + (whole.width - box.width) / 2) }),
                right: box => ({ x: whole.x + whole.width - box.width }),
                top: () => ({ y: whole.y }),
                middle: box => ({ y: round(whole.y + (whole.height - box.height) / 2) }),
                bottom: box => ({ y: whole.y + whole.height - box.height }),
            }[how]);
        },

        // The outermost stay, the gaps between all become equal.
        distribute(how) {
            const ids = chosen(3);
            if (!ids) return;
            const [axis, size] = how === 'across' ? ['x', 'width'] : ['y', 'height'];
            const sorted = [...ids].sort((a, b) => scene.boxOf(a)[axis] - scene.boxOf(b)[axis]);
            const boxes = sorted.map(scene.boxOf);
            const room = boxes.at(-1)[axis] + boxes.at(-1)[size] - boxes[0][axis] - boxes.reduce((sum, box) => sum + box[size], 0);
            const gap = room / (boxes.length - 1);
            let at = boxes[0][axis];
            const places = new Map(sorted.map((id, index) => {
                const box = boxes[index];
                const place = { x: box.x, y: box.y, [axis]: Math.round(at) };
                at += box[size] + gap;
                return [id, place];
            }));
            acts.moveTo(places);
        },
    };
}
