// A short list to search and choose from, where the hands are: what comes next, what to connect with, where to go.
let count = 0;

export function createChooser(desk) {
    let close = () => {};

    return {
        close: () => close(),
        // options: [{ id, name, hint, sign }]; at: a point of the stage, or nothing for its top.
        open({ label, options, at, onChoose, onPreview }) {
            close();
            const list = `fc-chooser-${++count}`;
            const box = document.createElement('div');
            box.className = 'fc-chooser';
            const field = document.createElement('input');
            Object.assign(field, { type: 'text', placeholder: label, autocomplete: 'off' });
            for (const [name, value] of Object.entries({ role: 'combobox', 'aria-label': label, 'aria-expanded': 'true', 'aria-controls': list, 'aria-autocomplete': 'list' })) field.setAttribute(name, value);
            const items = document.createElement('div');
            Object.assign(items, { id: list });
            items.setAttribute('role', 'listbox');
            items.setAttribute('aria-label', label);
            const none = document.createElement('p');
            none.className = 'fc-chooser-none';
            none.textContent = desk.texts.NothingFound;
            box.append(field, items, none);
            if (at) {
                box.style.insetInlineStart = `${Math.max(8, Math.min(at.x, desk.stage.clientWidth - 290))}px`;
                box.style.insetBlockStart = `${Math.max(8, Math.min(at.y, desk.stage.clientHeight - 300))}px`;
            } else box.classList.add('fc-chooser-top');
            desk.stage.append(box);

            let active = 0;
            let found = [];
            const show = () => {
                const words = field.value.trim().toLowerCase();
                found = options.filter(({ name, hint }) => `${name} ${hint ?? ''}`.toLowerCase().includes(words));
                active = Math.min(active, Math.max(0, found.length - 1));
                none.hidden = found.length > 0;
                items.hidden = found.length === 0;
                items.replaceChildren(...found.slice(0, 60).map((option, index) => {
                    const element = document.createElement('div');
                    element.id = `${list}-${index}`;
                    element.className = 'fc-chooser-option';
                    element.setAttribute('role', 'option');
                    element.setAttribute('aria-selected', String(index === active));
                    if (option.sign) element.append(signOf(option.sign));
                    const words = document.createElement('span');
                    words.textContent = option.name;
                    element.append(words);
                    if (option.hint) {
                        const hint = document.createElement('small');
                        hint.textContent = option.hint;
                        words.append(hint);
                    }
                    element.addEventListener('pointerdown', event => { event.preventDefault(); choose(index); });
                    return element;
                }));
                const current = items.children[active];
                if (current) field.setAttribute('aria-activedescendant', current.id);
                else field.removeAttribute('aria-activedescendant');
                current?.scrollIntoView({ block: 'nearest' });
                if (field.value && found[active]) onPreview?.(found[active].id);
            };
            const choose = index => {
                const option = found[index];
                end();
                desk.sheet.focus({ preventScroll: true });
                if (option) onChoose(option.id);
            };
            // Another list may be open by the time that this one hears that it lost the focus: it ends itself only.
            const end = () => {
                if (close === end) close = () => {};
                box.remove();
            };
            close = end;
            field.addEventListener('input', () => { active = 0; show(); });
            field.addEventListener('keydown', event => {
                event.stopPropagation();
                if (event.isComposing) return;
                if (event.key === 'ArrowDown') active = Math.min(active + 1, found.length - 1);
                else if (event.key === 'ArrowUp') active = Math.max(active - 1, 0);
                else if (event.key === 'Enter') { event.preventDefault(); choose(active); return; }
                else if (event.key === 'Escape' || event.key === 'Tab') { event.preventDefault(); end(); desk.sheet.focus({ preventScroll: true }); return; }
                else return;
                event.preventDefault();
                show();
            });
            field.addEventListener('blur', () => setTimeout(() => { if (!box.contains(document.activeElement)) end(); }));
            show();
            field.focus({ preventScroll: true });
        },
    };
}

function signOf(path) {
    const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
    svg.setAttribute('viewBox', '0 0 24 24');
    svg.setAttribute('class', 'lf-icon');
    svg.setAttribute('aria-hidden', 'true');
    const shape = document.createElementNS('http://www.w3.org/2000/svg', 'path');
    shape.setAttribute('d', path);
    svg.append(shape);
    return svg;
}
