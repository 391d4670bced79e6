// The designer's page: brings a control to the reader's eyes and hands, undoes by key, and lets nothing typed go unheard.
const patience = 2000;
const typed = 'textarea, input:not([type=checkbox], [type=radio], [type=button])';

export function mount(element) {
    const listeners = new AbortController();
    const options = { signal: listeners.signal, capture: true };
    let looking;
    let before;

    // A text that was not touched since it was entered has nothing of its own to take back.
    const hasOwnUndo = target => target.matches(typed) && target.value !== before;
    const key = event => {
        const name = event.key.toLowerCase();
        if (!(event.ctrlKey || event.metaKey) || event.altKey || !['z', 'y'].includes(name)) return;
        // The canvas tells its undo after its edits, in one line.
        if (event.defaultPrevented || event.target.closest('dialog, .try-tab, .fc-stage') || hasOwnUndo(event.target)) return;
        event.preventDefault();
        const isRedo = name === 'y' || event.shiftKey;
        element.querySelector(isRedo ? '[data-redo]' : '[data-undo]').click();
    };
    // Who goes back, reloads or closes has not left the field that they typed in.
    const leave = () => document.activeElement?.matches(typed) && document.activeElement.blur();

    document.addEventListener('focusin', event => { before = event.target.value; }, options);
    document.addEventListener('keydown', key, { signal: listeners.signal });
    for (const going of ['popstate', 'beforeunload', 'pagehide']) addEventListener(going, leave, options);

    return {
        // The control may be drawn only when its panel has been.
        focus(id) {
            const until = performance.now() + patience;
            const look = () => {
                const control = document.getElementById(id);
                if (control) {
                    control.closest('details')?.setAttribute('open', '');
                    control.scrollIntoView({ block: 'center' });
                    control.focus({ preventScroll: true });
                } else if (performance.now() < until) {
                    looking = requestAnimationFrame(look);
                }
            };
            cancelAnimationFrame(looking);
            look();
        },
        dispose() {
            cancelAnimationFrame(looking);
            listeners.abort();
        },
    };
}
