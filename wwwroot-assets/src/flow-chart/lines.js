// Where lines leave and enter, and the way they take between.

// Lines leave and enter a state at its front and back side only, side by side in the order of where they go.
export function spreadEnds(nodes, edges, down) {
    const sides = new Map();
    const along = down ? 'x' : 'y';
    for (const edge of edges) {
        if (edge.transition.from === edge.transition.to) continue;
        for (const end of [0, edge.points.length - 1]) {
            const id = end === 0 ? edge.transition.from : edge.transition.to;
            const front = (end === 0) !== edge.back;
            const key = `${id} ${front}`;
            if (!sides.has(key)) sides.set(key, []);
            sides.get(key).push({ edge, end, front, node: nodes.get(id), toward: edge.points[end === 0 ? 1 : end - 1][along] });
        }
    }

    for (const ends of sides.values()) {
        ends.sort((a, b) => a.toward - b.toward);
        const { node } = ends[0];
        // A straight line keeps the middle; its neighbours stand to both sides of it.
        const straight = ends.findIndex(({ edge }) => edge.points.length === 3 && edge.from[along] === edge.to[along] && edge[along] === edge.from[along]);
        const middle = straight >= 0 ? straight : (ends.length - 1) / 2;
        const room = (down ? node.width - 36 : node.height - 14) / 2;
        const step = Math.min(26, room / Math.max(middle, ends.length - 1 - middle, 0.5));
        ends.forEach(({ edge, end, front }, index) => {
            const shift = (index - middle) * step;
            const half = (down ? node.height : node.width) / 2 + (end === 0 ? 0 : 3);
            const away = front ? half : -half;
            edge.points[end] = down ? { x: node.x + shift, y: node.y + away } : { x: node.x + away, y: node.y + shift };
        });
    }
}

// Every piece leaves and arrives in the direction of the flow, so that lines neither kink nor cut through captions.
export function flowing(points, down) {
    let path = `M ${points[0].x} ${points[0].y}`;
    for (let i = 1; i < points.length; i++) {
        const [a, b] = [points[i - 1], points[i]];
        const middle = down ? (a.y + b.y) / 2 : (a.x + b.x) / 2;
        path += down
            ? ` C ${a.x} ${middle} ${b.x} ${middle} ${b.x} ${b.y}`
            : ` C ${middle} ${a.y} ${middle} ${b.y} ${b.x} ${b.y}`;
    }
    return path;
}

export function looping(node, caption) {
    const sideways = Math.abs(caption.x - node.x) >= Math.abs(caption.y - node.y);
    if (sideways) {
        const edge = node.x + node.width / 2;
        const far = (caption.x - 0.25 * edge) / 0.75;
        return `M ${edge} ${node.y - 12} C ${far} ${node.y - 22} ${far} ${node.y + 22} ${edge + 3} ${node.y + 12}`;
    }
    const edge = node.y + node.height / 2;
    const far = (caption.y - 0.25 * edge) / 0.75;
    return `M ${node.x - 16} ${edge} C ${node.x - 30} ${far} ${node.x + 30} ${far} ${node.x + 16} ${edge + 3}`;
}
