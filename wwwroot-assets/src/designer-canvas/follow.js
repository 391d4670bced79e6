// Follows the pointer from a press to its release. Esc, or a second finger, lets everything be as it was.
export function follow(event, { move, end, cancel }) {
    const id = event.pointerId;
    const listeners = new AbortController();
    const options = { signal: listeners.signal, capture: true };
    let last = event;
    let frame;
    let moved = false;

    const finish = done => {
        listeners.abort();
        cancelAnimationFrame(frame);
        done?.();
    };
    addEventListener('pointermove', next => {
        if (next.pointerId !== id) return;
        last = next;
        // A press that trembles is still a press.
        if (!moved && Math.hypot(next.clientX - event.clientX, next.clientY - event.clientY) < 4) return;
        moved = true;
        cancelAnimationFrame(frame);
        frame = requestAnimationFrame(() => move?.(last));
    }, options);
    addEventListener('pointerup', next => {
        if (next.pointerId !== id) return;
        finish(() => {
            if (moved) move?.(next);
            end?.(next, moved);
        });
    }, options);
    addEventListener('pointerdown', next => next.pointerType === 'touch' && next.pointerId !== id && finish(cancel), options);
    addEventListener('pointercancel', next => next.pointerId === id && finish(cancel), options);
    addEventListener('keydown', next => {
        if (next.key !== 'Escape') return;
        next.preventDefault();
        next.stopPropagation();
        finish(cancel);
    }, options);
    return () => finish(cancel);
}
