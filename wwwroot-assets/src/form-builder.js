// Drags types from the palette and fields about the form. Where it would be dropped is shown while dragging; only what
// was dropped goes to the server. Keys: Alt+arrows move the field in hand, Delete asks to remove it.
const threshold = 5;
const arrows = { ArrowUp: 'Up', ArrowDown: 'Down', ArrowLeft: 'Left', ArrowRight: 'Right' };

export function mount(element, server) {
    const mark = document.createElement('div');
    mark.className = 'fb-drop';
    mark.hidden = true;
    element.append(mark);
    let drag = null;

    const begin = event => {
        const source = event.target.closest('[data-fb-type], [data-fb-field]');
        if (!source || event.button !== 0) return;
        // A finger scrolls, except on the grip and the palette.
        if (event.pointerType === 'touch' && !event.target.closest('.fb-grip')) return;
        drag = { source, x: event.clientX, y: event.clientY, pointer: event.pointerId, ghost: null, place: null };
    };

    const move = event => {
        if (!drag || event.pointerId !== drag.pointer) return;
        if (!drag.ghost) {
            if (Math.hypot(event.clientX - drag.x, event.clientY - drag.y) < threshold) return;
            lift();
        }
        event.preventDefault();
        drag.ghost.style.left = `${event.clientX + 12}px`;
        drag.ghost.style.top = `${event.clientY + 8}px`;
        drag.place = placeAt(event.clientX, event.clientY);
        show(drag.place);
    };

    const lift = () => {
        const ghost = document.createElement('div');
        ghost.className = 'fb-ghost';
        ghost.textContent = (drag.source.querySelector('.fb-card-name') ?? drag.source.lastElementChild).textContent;
        document.body.append(ghost);
        drag.ghost = ghost;
        drag.source.dataset.dragged = '';
        element.dataset.dragging = '';
        element.setPointerCapture?.(drag.pointer);
    };

    const finish = () => {
        if (!drag) return;
        drag.ghost?.remove();
        delete drag.source.dataset.dragged;
        delete element.dataset.dragging;
        mark.hidden = true;
        element.querySelectorAll('[data-fb-over]').forEach(tab => delete tab.dataset.fbOver);
        drag = null;
    };

    const drop = event => {
        if (!drag || event.pointerId !== drag.pointer) return;
        const { source, ghost, place } = drag;
        finish();
        if (!ghost) return;
        // The press that began it is no press on the button.
        addEventListener('click', swallow, { capture: true, once: true });
        setTimeout(() => removeEventListener('click', swallow, { capture: true }), 0);
        if (!place) return;
        const key = source.dataset.fbField;
        if (place.tab !== undefined) {
            if (key !== undefined) server.invokeMethodAsync('DroppedOnTab', key, place.tab);
        } else if (key !== undefined) {
            server.invokeMethodAsync('DroppedField', key, place.section, place.row, place.column);
        } else {
            server.invokeMethodAsync('DroppedTypeAsync', Number(source.dataset.fbType), place.section, place.row, place.column);
        }
    };

    const swallow = event => {
        event.stopPropagation();
        event.preventDefault();
    };

    const placeAt = (x, y) => {
        const below = document.elementsFromPoint(x, y);
        const tab = below.map(one => one.closest?.('[data-fb-tab]')).find(one => one && element.contains(one));
        if (tab) return { tab: Number(tab.dataset.fbTab), element: tab };

        const sheet = element.querySelector('[data-fb-sheet]');
        const box = sheet.getBoundingClientRect();
        if (x < box.left || x > box.right || y < box.top || y > box.bottom) return null;

        const section = nearest([...sheet.querySelectorAll('[data-fb-section]')], y);
        if (!section) return null;
        const number = Number(section.dataset.fbSection);
        const rows = [...section.querySelectorAll('[data-fb-row]')];
        if (rows.length === 0) return { section: number, row: 0, column: null, element: section, side: 'bottom' };

        const row = nearest(rows, y);
        const index = Number(row.dataset.fbRow);
        const shape = row.getBoundingClientRect();
        const part = (y - shape.top) / shape.height;
        const cards = [...row.querySelectorAll('[data-fb-field]')];
        const others = cards.filter(card => card !== drag.source);
        if (part < 0.25) return { section: number, row: index, column: null, element: row, side: 'top' };
        if (part > 0.75 || others.length >= 4) return { section: number, row: index + 1, column: null, element: row, side: 'bottom' };

        const at = cards.findIndex(card => x < middle(card));
        const column = at < 0 ? cards.length : at;
        const beside = cards[Math.min(column, cards.length - 1)];
        return { section: number, row: index, column, element: beside, side: at < 0 ? 'right' : 'left' };
    };

    const show = place => {
        element.querySelectorAll('[data-fb-over]').forEach(tab => delete tab.dataset.fbOver);
        mark.hidden = !place || place.tab !== undefined;
        if (place?.tab !== undefined) place.element.dataset.fbOver = '';
        if (mark.hidden) return;
        const frame = element.getBoundingClientRect();
        const box = place.element.getBoundingClientRect();
        const upright = place.side === 'left' || place.side === 'right';
        mark.style.left = `${(place.side === 'right' ? box.right + 2 : place.side === 'left' ? box.left - 6 : box.left) - frame.left}px`;
        mark.style.top = `${(place.side === 'bottom' ? box.bottom + 2 : place.side === 'top' ? box.top - 6 : box.top) - frame.top}px`;
        mark.style.width = upright ? '4px' : `${box.width}px`;
        mark.style.height = upright ? `${box.height}px` : '4px';
    };

    // Where there is no room beside the form, what is in hand is changed below it.
    const reveal = event => {
        if (!event.target.closest('[data-fb-field]') || matchMedia('(min-width: 72rem)').matches) return;
        setTimeout(() => element.parentElement?.querySelector('.fb-panel')?.scrollIntoView({ block: 'start' }), 200);
    };

    const press = event => {
        if (event.key === 'Escape' && drag) {
            finish();
            return;
        }
        const key = event.target.closest?.('[data-fb-field]')?.dataset.fbField;
        if (key === undefined || !element.contains(event.target)) return;
        if (event.altKey && arrows[event.key]) {
            event.preventDefault();
            server.invokeMethodAsync('Step', key, arrows[event.key]);
        } else if (event.key === 'Delete') {
            event.preventDefault();
            server.invokeMethodAsync('RemoveAsync', key);
        }
    };

    element.addEventListener('pointerdown', begin);
    element.addEventListener('click', reveal);
    addEventListener('pointermove', move, { passive: false });
    addEventListener('pointerup', drop);
    addEventListener('pointercancel', finish);
    addEventListener('keydown', press);

    return {
        reach: key => element.querySelector(`[data-fb-field="${CSS.escape(key)}"]`)?.focus(),
        dispose: () => {
            finish();
            mark.remove();
            element.removeEventListener('pointerdown', begin);
            element.removeEventListener('click', reveal);
            removeEventListener('pointermove', move);
            removeEventListener('pointerup', drop);
            removeEventListener('pointercancel', finish);
            removeEventListener('keydown', press);
        },
    };
}

function nearest(elements, y) {
    return elements.reduce((best, one) => distance(one, y) < (best ? distance(best, y) : Infinity) ? one : best, null);
}

function distance(element, y) {
    const box = element.getBoundingClientRect();
    return y < box.top ? box.top - y : y > box.bottom ? y - box.bottom : 0;
}

function middle(element) {
    const box = element.getBoundingClientRect();
    return box.left + box.width / 2;
}
