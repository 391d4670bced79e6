// Walking the catalogue by keyboard: "/" searches, arrows go from card to card as they stand on the screen, Enter opens.
const typing = 'input, textarea, select, [contenteditable="true"]';

export function mount(element) {
    const cards = () => [...element.querySelectorAll('[data-card]')];

    function nearest(from, key) {
        const own = from.getBoundingClientRect();
        const middle = own.left + own.width / 2;
        const rows = cards().map(card => ({ card, box: card.getBoundingClientRect() }))
            .filter(({ box }) => key === 'ArrowDown' ? box.top >= own.bottom : box.bottom <= own.top);
        if (rows.length === 0) return null;

        const edge = key === 'ArrowDown' ? Math.min(...rows.map(({ box }) => box.top)) : Math.max(...rows.map(({ box }) => box.top));
        const distance = ({ box }) => Math.abs(box.left + box.width / 2 - middle);
        return rows.filter(({ box }) => Math.abs(box.top - edge) < 4).sort((a, b) => distance(a) - distance(b))[0].card;
    }

    function press(event) {
        if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;

        const search = element.querySelector('[data-search]');
        const all = cards();
        const card = event.target.closest?.('[data-card]');
        let next = null;

        if (event.target === search) {
            if (event.key === 'ArrowDown') next = all[0];
            if (event.key === 'Enter' && search.value.trim() && all.length > 0) {
                event.preventDefault();
                all[0].click();
                return;
            }
        } else if (card) {
            if (event.key === 'ArrowRight') next = all[all.indexOf(card) + 1];
            if (event.key === 'ArrowLeft') next = all[all.indexOf(card) - 1];
            if (event.key === 'ArrowDown') next = nearest(card, event.key);
            if (event.key === 'ArrowUp') next = nearest(card, event.key) ?? search;
        }

        if (event.key === '/' && !event.target.closest?.(typing)) next = search;
        if (!next) return;

        event.preventDefault();
        next.focus();
        next.scrollIntoView({ block: 'nearest' });
    }

    document.addEventListener('keydown', press);

    return { dispose: () => document.removeEventListener('keydown', press) };
}
