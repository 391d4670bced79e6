// The outline by keyboard: one row is reached by Tab, arrows walk, letters do what the buttons of the row do.
const acts = { F2: 'rename', Enter: 'pick', ' ': 'pick', a: 'add', c: 'connect', l: 'lead', k: 'kind', Delete: 'delete' };

export function mount(element, dotnet) {
    const rows = () => [...element.querySelectorAll('[data-row]')];
    let said;

    const go = row => {
        if (!row) return;
        for (const other of rows()) other.tabIndex = other === row ? 0 : -1;
        row.focus();
        clearTimeout(said);
        // Who walks fast is not followed by every panel.
        said = setTimeout(() => act(row, 'pick'), 120);
    };
    const act = (row, name) => {
        clearTimeout(said);
        dotnet.invokeMethodAsync('DoAsync', row.dataset.row, name);
    };
    const parent = row => {
        const all = rows();
        const level = Number(row.ariaLevel ?? row.getAttribute('aria-level'));
        return all.slice(0, all.indexOf(row)).findLast(other => Number(other.getAttribute('aria-level')) < level);
    };

    const down = event => {
        const row = event.target.closest('[data-row]');
        if (!row) return;
        if (event.target !== row) {
            // In a field of the row: Esc gives up, all other keys are the field's.
            if (event.key === 'Escape') { event.preventDefault(); act(row, 'cancel'); }
            // A name that stayed as it was tells of no change; the field closes nevertheless.
            if (event.key === 'Enter' && event.target.matches('input') && !event.isComposing) setTimeout(() => act(row, 'cancel'));
            return;
        }
        const all = rows();
        const index = all.indexOf(row);
        const open = row.getAttribute('aria-expanded');
        if (event.altKey && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) act(row, event.key === 'ArrowUp' ? 'up' : 'down');
        else if (event.ctrlKey || event.metaKey || event.altKey) return;
        else if (event.key === 'ArrowDown') go(all[index + 1]);
        else if (event.key === 'ArrowUp') go(all[index - 1]);
        else if (event.key === 'Home') go(all[0]);
        else if (event.key === 'End') go(all.at(-1));
        else if (event.key === 'ArrowRight') { if (open === 'false') act(row, 'toggle'); else if (open === 'true') go(all[index + 1]); }
        else if (event.key === 'ArrowLeft') { if (open === 'true' && row.getAttribute('aria-level') === '1') act(row, 'toggle'); else go(parent(row)); }
        else if (acts[event.key] ?? acts[event.key.toLowerCase()]) act(row, acts[event.key] ?? acts[event.key.toLowerCase()]);
        else return;
        event.preventDefault();
    };

    element.addEventListener('keydown', down);

    return {
        // To the field that is open in the row, else to the row.
        focus(id) {
            const row = rows().find(other => other.dataset.row === id);
            const field = row?.querySelector('[data-focus]');
            if (field) { field.focus(); field.select?.(); } else row?.focus();
        },
        dispose() {
            clearTimeout(said);
            element.removeEventListener('keydown', down);
        },
    };
}
