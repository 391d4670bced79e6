// Opens a native dialog: the rest of the page is inert, Tab stays inside, Esc presses its Cancel button.
export function mount(element) {
    const before = document.activeElement;
    const cancel = event => {
        event.preventDefault();
        element.querySelector('[data-cancel]')?.click();
    };

    // Nobody has taken the focus meanwhile; what is no part of the page any more leaves it at the page's start.
    const wasInside = () => {
        const now = document.activeElement;
        return !now || now === document.body || element.contains(now) || now.matches('.lf-skip');
    };

    element.addEventListener('cancel', cancel);
    element.showModal();
    element.querySelector('[autofocus], input, textarea, select')?.focus();

    return {
        dispose() {
            element.removeEventListener('cancel', cancel);
            if (element.open) element.close();
            if (before?.isConnected && !before.disabled) before.focus();
            // What opened it has gone with what was done: the page itself is the next best place.
            else if (wasInside()) document.querySelector('main h1')?.focus({ preventScroll: true });
        },
    };
}
