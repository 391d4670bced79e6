// Walking a list of tickets by keyboard. Nothing here needs the server: rows are links, and Enter opens a link anyway.
const typing = 'input, textarea, select, [contenteditable="true"]';

export function mount(element) {
    const rows = () => [...element.querySelectorAll('[data-row]')];
    const help = element.querySelector('[data-keys]');

    function walk(step) {
        const all = rows();
        const at = all.indexOf(document.activeElement);
        const next = all[at < 0 ? (step > 0 ? 0 : all.length - 1) : Math.min(all.length - 1, Math.max(0, at + step))];
        next?.focus();
        next?.scrollIntoView({ block: 'nearest' });
        return next;
    }

    function press(event) {
        if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || document.querySelector('dialog[open]')) return;

        const search = element.querySelector('[data-search]');
        if (event.target === search && event.key === 'ArrowDown') {
            if (walk(1)) event.preventDefault();
            return;
        }

        if (event.target.closest?.(typing)) return;

        const onRow = event.target.closest?.('[data-row]');
        const act = {
            j: () => walk(1),
            k: () => walk(-1),
            ArrowDown: () => onRow && walk(1),
            ArrowUp: () => onRow && walk(-1),
            '/': () => (search?.focus(), search?.select(), search),
            n: () => (document.querySelector('a[href="/tickets/new"]')?.click(), true),
            '?': () => (help?.showModal(), help),
        }[event.key];

        if (act?.()) event.preventDefault();
    }

    function click(event) {
        if (event.target.closest('[data-help]')) help?.showModal();
    }

    element.querySelector('.lf-tab[aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    document.addEventListener('keydown', press);
    element.addEventListener('click', click);

    return {
        dispose() {
            document.removeEventListener('keydown', press);
            element.removeEventListener('click', click);
            if (help?.open) help.close();
        },
    };
}
