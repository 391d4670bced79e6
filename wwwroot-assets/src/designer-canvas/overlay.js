// What is drawn over the flow while hands are busy: guides, the frame around what is being picked, the line being pulled.
const svg = name => document.createElementNS('http://www.w3.org/2000/svg', name);

export function createOverlay(scene) {
    const layer = svg('g');
    layer.setAttribute('class', 'fc-overlay');
    scene.graph.view.viewport.append(layer);
    const shape = (name, attributes, className) => {
        const element = svg(name);
        for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
        element.setAttribute('class', className);
        return element;
    };

    return {
        layer, shape,
        clear: () => layer.replaceChildren(),
        frame: area => layer.replaceChildren(shape('rect', area, 'fc-frame')),
        guides(box, near) {
            const lines = [];
            if (near.x) {
                const { at, other } = near.x;
                lines.push(shape('line', { x1: at, x2: at, y1: Math.min(box.y, other.y) - 20, y2: Math.max(box.y + box.height, other.y + other.height) + 20 }, 'fc-guide'));
            }
            if (near.y) {
                const { at, other } = near.y;
                lines.push(shape('line', { y1: at, y2: at, x1: Math.min(box.x, other.x) - 20, x2: Math.max(box.x + box.width, other.x + other.width) + 20 }, 'fc-guide'));
            }
            layer.replaceChildren(...lines);
        },
        pulled: (points, ok) => layer.replaceChildren(
            shape('path', { d: points.map(({ x, y }, index) => `${index ? 'L' : 'M'} ${x} ${y}`).join(' ') }, `fc-pulled${ok ? ' is-good' : ''}`),
            shape('circle', { cx: points.at(-1).x, cy: points.at(-1).y, r: 5 }, `fc-pulled-end${ok ? ' is-good' : ''}`)),
    };
}
