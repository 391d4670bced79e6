// Takes the reader to the field that a line of the summary names.
const focusable = 'input:not([type="hidden"]):not([disabled]), select, textarea, button, [tabindex]:not([tabindex="-1"]), [contenteditable="true"]';

// A field on another tab is reached when its tab is open, which the server decides.
function openTab(panel, then) {
    const opened = new MutationObserver(() => {
        if (panel.hidden) return;
        opened.disconnect();
        then();
    });
    opened.observe(panel, { attributes: true, attributeFilter: ['hidden'] });
    document.getElementById(panel.getAttribute('aria-labelledby'))?.click();
}

function focusField(id) {
    const field = document.getElementById(id);
    if (!field) return;
    const closed = field.closest('[role="tabpanel"][hidden]');
    if (closed) return openTab(closed, () => focusField(id));
    const target = field.matches(focusable) ? field : field.querySelector(focusable) ?? field;
    target.scrollIntoView({ block: 'center' });
    target.focus({ preventScroll: true });
}

export function mount(element) {
    const follow = event => {
        const link = event.target.closest('[data-focus]');
        if (!link) return;
        event.preventDefault();
        event.stopPropagation();
        focusField(link.dataset.focus);
    };

    element.addEventListener('click', follow);
    const first = element.querySelector('[data-focus]');
    if (first) focusField(first.dataset.focus);
    else element.scrollIntoView({ block: 'center' });

    return { dispose: () => element.removeEventListener('click', follow) };
}
