// Names are typed where they stand.
export function createRename(desk) {
    const { scene, view } = desk;
    let open;

    const boxOf = id => {
        const item = scene.items.get(id);
        if (item.type !== 'line') return { ...scene.boxOf(id), pad: item.type === 'note' ? 0 : 44 };
        const route = scene.routeOf(id);
        const label = scene.view(id)?.container.querySelector('.fc-caption')?.closest('g')?.getAttribute('transform')?.match(/translate\(([-\d.]+)[ ,]+([-\d.]+)\)/);
        const middle = label ? { x: Number(label[1]), y: Number(label[2]) } : route[Math.floor(route.length / 2)];
        return { x: middle.x - 90, y: middle.y - 16, width: 180, height: 32, pad: 0 };
    };

    const rename = {
        begin(id) {
            const item = scene.items.get(id);
            if (desk.readOnly || !item) return;
            rename.end();
            desk.pick.only([id]);
            view.reveal(id);
            const isNote = item.type === 'note';
            const box = boxOf(id);
            const { x, y } = view.toStage(box);
            const field = document.createElement(isNote ? 'textarea' : 'input');
            field.className = 'fc-rename';
            field.value = isNote ? item.text : item.name;
            field.maxLength = isNote ? 2000 : 200;
            field.setAttribute('aria-label', isNote ? desk.texts.NoteText : desk.texts.Name);
            field.style.insetInlineStart = `${x + box.pad * view.scale}px`;
            field.style.width = `${Math.max(120, (box.width - box.pad) * view.scale - 6)}px`;
            if (isNote) field.style.height = `${Math.max(60, box.height * view.scale)}px`;
            field.style.insetBlockStart = `${isNote ? y : y + box.height * view.scale / 2 - 16}px`;
            desk.stage.append(field);
            field.focus({ preventScroll: true });
            field.select();
            open = { id, field, before: field.value };
            field.addEventListener('keydown', event => {
                event.stopPropagation();
                if (event.isComposing) return;
                if (event.key === 'Escape') rename.end(false);
                else if (event.key === 'Enter' && (!isNote || event.ctrlKey || event.metaKey)) rename.end();
                else return;
                event.preventDefault();
                desk.sheet.focus({ preventScroll: true });
            });
            field.addEventListener('blur', () => rename.end());
        },
        end(keep = true) {
            if (!open) return;
            const { id, field, before } = open;
            open = null;
            const text = field.value;
            field.remove();
            if (keep && text !== before && scene.items.has(id)) desk.acts.rename(id, text);
        },
    };
    return rename;
}
