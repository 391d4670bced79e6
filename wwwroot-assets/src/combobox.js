// Shows the list of a combobox above everything else, next to its input, and keeps the active option in sight.
// What is open and what is active is decided on the server; here it is only drawn.
const gap = 4;

export function mount(element) {
    // A text of several lines may not be a combobox by name, and says otherwise whether its list is open.
    const input = element.querySelector('[role="combobox"], textarea');
    const opened = () => (input.getAttribute('aria-expanded') ?? input.dataset.expanded) === 'true';
    const list = element.querySelector('[role="listbox"]');

    const place = () => {
        const box = element.getBoundingClientRect();
        const below = innerHeight - box.bottom - 2 * gap;
        const above = box.top - 2 * gap;
        const wanted = Math.min(list.scrollHeight + 2, 320);
        const flips = below < Math.min(wanted, 160) && above > below;

        list.style.left = `${box.left}px`;
        list.style.width = `${box.width}px`;
        list.style.maxHeight = `${Math.max(96, Math.min(wanted, flips ? above : below))}px`;
        list.style.top = flips ? 'auto' : `${box.bottom + gap}px`;
        list.style.bottom = flips ? `${innerHeight - box.top + gap}px` : 'auto';
    };

    const draw = () => {
        const isOpen = opened();
        if (isOpen !== list.matches(':popover-open')) list.togglePopover(isOpen);
        if (!isOpen) return;
        place();
        list.querySelector('[data-active]')?.scrollIntoView({ block: 'nearest' });
    };

    const moved = () => list.matches(':popover-open') && place();
    const key = event => {
        const isOpen = opened();
        // In a text of several lines the arrows walk the lines while no list is open.
        const walks = isOpen || input.tagName !== 'TEXTAREA';
        if (((event.key === 'ArrowDown' || event.key === 'ArrowUp') && walks) || (event.key === 'Enter' && isOpen)) event.preventDefault();
        // Esc closes the list, not the dialog around it.
        if (event.key === 'Escape' && isOpen) event.preventDefault();
    };
    // Pressing on the list or between the chips must not take the focus from the input.
    const press = event => {
        if (event.target.closest('button')) return;
        if (event.target !== input) event.preventDefault();
        if (!list.contains(event.target)) input.focus();
    };

    const watch = new MutationObserver(draw);
    watch.observe(input, { attributes: true, attributeFilter: ['aria-expanded', 'data-expanded'] });
    watch.observe(list, { childList: true, subtree: true, attributes: true, attributeFilter: ['data-active'] });
    input.addEventListener('keydown', key);
    element.addEventListener('mousedown', press);
    addEventListener('scroll', moved, true);
    addEventListener('resize', moved);
    draw();

    return {
        dispose() {
            watch.disconnect();
            input.removeEventListener('keydown', key);
            element.removeEventListener('mousedown', press);
            removeEventListener('scroll', moved, true);
            removeEventListener('resize', moved);
        },
    };
}
