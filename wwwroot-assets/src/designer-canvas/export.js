// The drawing as a file: SVG or PNG with its colours worked out and nothing fetched from elsewhere, or JSON.
const kept = ['fill', 'stroke', 'stroke-width', 'stroke-dasharray', 'stroke-linecap', 'stroke-linejoin', 'font-family', 'font-size', 'font-weight', 'opacity', 'text-anchor'];
const margin = 24;
const sharpness = 2;

function save(blob, name) {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(blob);
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

export function createExport(desk) {
    const { scene, pick, texts } = desk;
    const nameOf = ending => `${desk.name.replace(/[^\p{L}\p{N} _-]+/gu, ' ').trim() || 'workflow'}.${ending}`;

    // What is picked, or everything.
    const chosen = () => {
        const nodes = pick.ids.filter(id => scene.boxes.has(id));
        const set = new Set(nodes.length ? nodes : scene.boxes.keys());
        const lines = scene.all('line').filter(line => set.has(line.from) && set.has(line.to));
        return [...lines.map(line => line.id), ...set];
    };

    const areaOf = ids => {
        const points = ids.flatMap(id => scene.routeOf(id) ?? []);
        const boxes = [...ids.map(id => scene.boxOf(id)).filter(Boolean), ...points.map(({ x, y }) => ({ x: x - 50, y: y - 14, width: 100, height: 28 }))];
        const [x, y] = [Math.min(...boxes.map(box => box.x)) - margin, Math.min(...boxes.map(box => box.y)) - margin];
        return { x, y, width: Math.max(...boxes.map(box => box.x + box.width)) + margin - x, height: Math.max(...boxes.map(box => box.y + box.height)) + margin - y };
    };

    // Copies an element with the colours that the page gives it now.
    const resolved = element => {
        const style = getComputedStyle(element);
        if (style.display === 'none' || style.opacity === '0' || style.visibility === 'hidden') return null;
        const copy = element.cloneNode(false);
        for (const { name } of [...copy.attributes]) if (name === 'class' || name === 'style' || name === 'id' || name.startsWith('data-') || name === 'cursor' || name === 'pointer-events') copy.removeAttribute(name);
        for (const name of kept) {
            const value = style.getPropertyValue(name);
            if (value && value !== 'none' || name === 'fill' || name === 'stroke') copy.setAttribute(name, value);
        }
        for (const attribute of ['marker-end', 'marker-start']) if (element.hasAttribute(attribute)) copy.setAttribute(attribute, element.getAttribute(attribute).replace(/url\(.*#/, 'url(#'));
        for (const child of element.childNodes) {
            if (child.nodeType === Node.TEXT_NODE) copy.append(child.cloneNode());
            else if (child.nodeType === Node.ELEMENT_NODE) {
                const inner = resolved(child);
                if (inner) copy.append(inner);
            }
        }
        return copy;
    };

    const picture = () => {
        const ids = chosen();
        const area = areaOf(ids);
        const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
        svg.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
        svg.setAttribute('viewBox', `${area.x} ${area.y} ${area.width} ${area.height}`);
        svg.setAttribute('width', area.width);
        svg.setAttribute('height', area.height);
        const ground = document.createElementNS('http://www.w3.org/2000/svg', 'rect');
        for (const key of ['x', 'y', 'width', 'height']) ground.setAttribute(key, area[key]);
        ground.setAttribute('fill', getComputedStyle(desk.stage).backgroundColor);
        svg.append(ground);
        const defs = scene.graph.container.querySelector('svg defs');
        const marks = document.createElementNS('http://www.w3.org/2000/svg', 'defs');
        for (const marker of defs?.querySelectorAll('marker') ?? []) {
            const copy = resolved(marker) ?? marker.cloneNode(true);
            copy.setAttribute('id', marker.id);
            copy.removeAttribute('fill');
            marks.append(copy);
        }
        svg.append(marks);
        for (const id of pick.ids) scene.mark(id, 'is-picked', false);
        svg.append(...ids.map(id => scene.view(id)?.container).filter(Boolean).map(resolved).filter(Boolean));
        pick.refresh();
        return { svg, area };
    };

    const asText = svg => new XMLSerializer().serializeToString(svg);

    return {
        svg() {
            save(new Blob([asText(picture().svg)], { type: 'image/svg+xml' }), nameOf('svg'));
        },
        async png() {
            const { svg, area } = picture();
            const image = new Image();
            image.src = URL.createObjectURL(new Blob([asText(svg)], { type: 'image/svg+xml' }));
            await image.decode();
            // Browsers refuse canvases beyond about 16,000 pixels.
            const scale = Math.min(sharpness, 12_000 / Math.max(area.width, area.height));
            const canvas = document.createElement('canvas');
            canvas.width = Math.ceil(area.width * scale);
            canvas.height = Math.ceil(area.height * scale);
            canvas.getContext('2d').drawImage(image, 0, 0, canvas.width, canvas.height);
            URL.revokeObjectURL(image.src);
            save(await new Promise(done => canvas.toBlob(done, 'image/png')), nameOf('png'));
        },
        async json() {
            try {
                save(new Blob([await desk.clipboard.json()], { type: 'application/json' }), nameOf('json'));
            } catch {
                desk.say(texts.Offline);
            }
        },
    };
}
