// Two fingers pan and zoom, whatever the first of them had begun.
export function createPinch(sheet, view) {
    const fingers = new Map();
    let last = null;

    const spread = () => {
        const [a, b] = [...fingers.values()];
        return { x: (a.clientX + b.clientX) / 2, y: (a.clientY + b.clientY) / 2, width: Math.hypot(a.clientX - b.clientX, a.clientY - b.clientY) };
    };
    const look = () => { last = fingers.size === 2 ? spread() : null; };
    const move = event => {
        if (!fingers.has(event.pointerId)) return;
        fingers.set(event.pointerId, event);
        if (!last) return;
        const [now, { left, top }] = [spread(), sheet.getBoundingClientRect()];
        view.pan(now.x - last.x, now.y - last.y);
        if (last.width > 0) view.zoom(now.width / last.width, { x: now.x - left, y: now.y - top });
        last = now;
    };
    const lift = event => { if (fingers.delete(event.pointerId)) look(); };

    sheet.addEventListener('pointermove', move, true);
    sheet.addEventListener('pointerup', lift, true);
    sheet.addEventListener('pointercancel', lift, true);

    return {
        // Whether this press is that of one finger among several.
        isPartOf(event) {
            if (event.pointerType !== 'touch') return false;
            fingers.set(event.pointerId, event);
            look();
            return fingers.size > 1;
        },
    };
}
