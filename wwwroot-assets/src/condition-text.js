// The text of a condition: tells the server where the caret stands, shows what it offers there, and puts in what was chosen.
import { mount as mountList } from './combobox.js';

export function mount(element, editor) {
    const input = element.querySelector('textarea');
    const list = mountList(element);
    let last = '';

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

    input.addEventListener('input', tell);
    input.addEventListener('keyup', key);
    input.addEventListener('click', tell);

    return {
        put(text, caret) {
            input.value = text;
            input.focus();
            input.setSelectionRange(caret, caret);
            tell();
        },
        dispose() {
            list.dispose();
            input.removeEventListener('input', tell);
            input.removeEventListener('keyup', key);
            input.removeEventListener('click', tell);
        },
    };
}
