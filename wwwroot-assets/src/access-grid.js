// Cells are filled by dragging over them with the chosen brush, or by keys: arrows go, Shift+arrows extend, a letter or the
// space bar fills. What is being filled is only drawn here; the finished rectangle goes to the server.
const letters = { h: 'Hidden', r: 'ReadOnly', o: 'Optional', q: 'Required' };
const cycle = ['Hidden', 'ReadOnly', 'Optional', 'Required'];
const steps = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] };

export function mount(element, server) {
    let from = null;
    let to = null;
    let pointer = null;

    const cellAt = (row, column) => element.querySelector(`[data-row="${row}"][data-column="${column}"]`);
    const cells = () => [...element.querySelectorAll('.ag-cell')];
    const of = cell => ({ row: Number(cell.dataset.row), column: Number(cell.dataset.column) });

    const draw = access => {
        for (const cell of cells()) {
            const inside = from && to && between(of(cell).row, from.row, to.row) && between(of(cell).column, from.column, to.column);
            if (inside) cell.dataset.chosen = '';
            else delete cell.dataset.chosen;
            cell.setAttribute('aria-selected', inside ? 'true' : 'false');
            if (inside && access) cell.dataset.paint = access;
            else delete cell.dataset.paint;
        }
    };

    const fill = access => {
        server.invokeMethodAsync('Fill', from.row, from.column, to.row, to.column, access);
        draw(null);
    };

    const go = cell => {
        cells().forEach(one => one.tabIndex = one === cell ? 0 : -1);
        cell.focus({ preventScroll: false });
    };

    const down = event => {
        const cell = event.target.closest('.ag-cell');
        if (!cell || event.button !== 0 || event.pointerType === 'touch') return;
        event.preventDefault();
        pointer = event.pointerId;
        from = to = of(cell);
        go(cell);
        draw(element.dataset.brush);
    };

    const move = event => {
        if (pointer !== event.pointerId) return;
        const cell = document.elementFromPoint(event.clientX, event.clientY)?.closest?.('.ag-cell');
        if (!cell || !element.contains(cell)) return;
        to = of(cell);
        draw(element.dataset.brush);
    };

    const up = event => {
        if (pointer !== event.pointerId) return;
        pointer = null;
        fill(element.dataset.brush);
    };

    // A finger scrolls the grid; a tap fills the cell.
    const tap = event => {
        const cell = event.target.closest('.ag-cell');
        if (!cell || event.pointerType !== 'touch') return;
        from = to = of(cell);
        fill(element.dataset.brush);
    };

    const cancel = () => {
        pointer = null;
        draw(null);
    };

    const press = event => {
        const cell = event.target.closest('.ag-cell');
        if (!cell || event.ctrlKey || event.metaKey || event.altKey) return;
        const here = of(cell);

        if (steps[event.key]) {
            const [rows, columns] = steps[event.key];
            const next = cellAt(here.row + rows, here.column + columns);
            event.preventDefault();
            if (!next) return;
            if (!event.shiftKey || !from) from = event.shiftKey ? here : of(next);
            to = of(next);
            go(next);
            draw(null);
            return;
        }

        if (!from || !to || !between(here.row, from.row, to.row) || !between(here.column, from.column, to.column)) from = to = here;
        const access = event.key === ' ' ? cycle[(cycle.indexOf(cell.dataset.access) + 1) % cycle.length] : letters[event.key.toLowerCase()];
        if (event.key === 'Escape') {
            cancel();
        } else if (access) {
            event.preventDefault();
            server.invokeMethodAsync('Fill', from.row, from.column, to.row, to.column, access);
        }
    };

    element.addEventListener('pointerdown', down);
    addEventListener('pointermove', move);
    addEventListener('pointerup', up);
    addEventListener('pointercancel', cancel);
    element.addEventListener('click', tap);
    element.addEventListener('keydown', press);

    return {
        dispose: () => {
            element.removeEventListener('pointerdown', down);
            removeEventListener('pointermove', move);
            removeEventListener('pointerup', up);
            removeEventListener('pointercancel', cancel);
            element.removeEventListener('click', tap);
            element.removeEventListener('keydown', press);
        },
    };
}

function between(number, one, other) {
    return number >= Math.min(one, other) && number <= Math.max(one, other);
}
