// Opens a native dialog: the rest of the page is inert, Tab stays inside, Esc presses its Cancel button.
export function mount(element) {
    const before = document.activeElement;
    const cancel = event => {
        event.preventDefault();
        element.querySelector('[data-cancel]')?.click();
    };

    element.addEventListener('cancel', cancel);
    element.showModal();
    element.querySelector('[autofocus], input, textarea, select')?.focus();

    return {
        dispose() {
            element.removeEventListener('cancel', cancel);
            if (element.open) element.close();
            if (before?.isConnected) before.focus();
        },
    };
}
