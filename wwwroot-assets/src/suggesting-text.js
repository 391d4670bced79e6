// A text with suggestions: tells the server where the caret stands, shows what it offers there, and puts in what was chosen.
import { mount as mountList } from './combobox.js';

export function mount(element, editor) {
    const input = element.querySelector('textarea');
    const list = mountList(element);
    let last = '';
    let put = false;

    const tell = () => {
        if (document.activeElement !== input) return;
        const now = `${input.selectionStart}:${input.value}`;
        if (now === last) return;
        last = now;
        editor.invokeMethodAsync('OfferAt', input.value, input.selectionStart);
    };

    const key = event => {
        // The keys that walk the list move no caret; Escape closes it until something is typed.
        if (!['ArrowDown', 'ArrowUp', 'Enter', 'Escape', 'Tab', 'Shift'].includes(event.key)) tell();
    };

    // A browser does not count what a script wrote as a change when the field is left.
    const settled = () => { put = false; };
    const leave = () => put && input.dispatchEvent(new Event('change', { bubbles: true }));

    input.addEventListener('input', tell);
    input.addEventListener('keyup', key);
    input.addEventListener('click', tell);
    input.addEventListener('change', settled);
    input.addEventListener('blur', leave);

    return {
        put(text, caret) {
            input.value = text;
            put = true;
            input.focus();
            input.setSelectionRange(caret, caret);
            tell();
        },
        dispose() {
            list.dispose();
            input.removeEventListener('input', tell);
            input.removeEventListener('keyup', key);
            input.removeEventListener('click', tell);
            input.removeEventListener('change', settled);
            input.removeEventListener('blur', leave);
        },
    };
}
