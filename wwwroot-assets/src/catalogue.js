// Walking the catalogue by keyboard: "/" searches, arrows go from card to card as they stand on the screen, Enter opens.
const typing = 'input, textarea, select, [contenteditable="true"]';

export function mount(element) {
    const cards = () => [...element.querySelectorAll('[data-card]')];

    // The next card above or below; one straight on is nearer than one to the side.
    function nearest(from, key) {
        const own = from.getBoundingClientRect();
        const distance = box => (key === 'ArrowDown' ? box.top - own.bottom : own.top - box.bottom) + 2 * Math.abs(box.left - own.left);
        return cards()
            .map(card => ({ card, box: card.getBoundingClientRect() }))
            .filter(({ box }) => key === 'ArrowDown' ? box.top >= own.bottom : box.bottom <= own.top)
            .sort((a, b) => distance(a.box) - distance(b.box))[0]?.card;
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
