// Lines a moving box up with others: edges with edges, middles with middles.
export function snapped(box, others, reach) {
    const marks = (low, size) => [low, low + size / 2, low + size];
    const best = (mine, of) => {
        let found = null;
        for (const other of others) {
            for (const theirs of of(other)) {
                for (const own of mine) {
                    const off = theirs - own;
                    if (Math.abs(off) <= reach && (!found || Math.abs(off) < Math.abs(found.off))) found = { off, at: theirs, other };
                }
            }
        }
        return found;
    };
    return {
        x: best(marks(box.x, box.width), other => marks(other.x, other.width)),
        y: best(marks(box.y, box.height), other => marks(other.y, other.height)),
    };
}
