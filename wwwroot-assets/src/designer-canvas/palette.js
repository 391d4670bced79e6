// The palette: what is dragged from it comes where it is dropped, what is pressed comes where there is room.
import { follow } from './follow.js';

export function createPalette(desk) {
    const { view, acts, sheet } = desk;
    let dragged = false;

    const press = event => {
        const button = event.target.closest('[data-template]');
        if (!button || event.button !== 0 || desk.readOnly) return;
        const template = button.dataset.template;
        dragged = false;
        let ghost;
        const size = acts.sizeOf(template);
        const placeAt = now => {
            const { x, y } = view.toLocal(now);
            return { x: Math.round((x - size.width / 2) / 10) * 10, y: Math.round((y - size.height / 2) / 10) * 10 };
        };
        const isOver = ({ clientX, clientY }) => {
            const rect = sheet.getBoundingClientRect();
            return clientX >= rect.left && clientX <= rect.right && clientY >= rect.top && clientY <= rect.bottom;
        };
        desk.hold([], follow(event, {
            move(now) {
                ghost ??= makeGhost(button, size);
                dragged = true;
                const over = isOver(now);
                const scale = over ? view.scale : 1;
                const place = over ? placeAt(now) : null;
                const rect = desk.stage.getBoundingClientRect();
                const point = place ? view.toStage(place) : { x: now.clientX - rect.left - size.width / 2, y: now.clientY - rect.top - size.height / 2 };
                ghost.style.transform = `translate(${point.x}px, ${point.y}px) scale(${scale})`;
                ghost.classList.toggle('is-over', over);
                light(over ? acts.lineFor(template, view.toLocal(now)) : null);
            },
            end(now, moved) {
                ghost?.remove();
                light(null);
                desk.release();
                if (moved && isOver(now)) drop(template, view.toLocal(now));
            },
            cancel() {
                ghost?.remove();
                light(null);
                desk.release();
            },
        }));
    };

    const drop = (template, point) => {
        sheet.focus({ preventScroll: true });
        acts.drop(template, point);
    };

    // The line into which it would be put.
    const light = line => {
        for (const { id } of desk.scene.all('line')) desk.scene.mark(id, 'is-target', id === line);
    };

    const makeGhost = (button, size) => {
        const ghost = document.createElement('div');
        ghost.className = 'fc-ghost';
        ghost.style.width = `${size.width}px`;
        ghost.style.height = `${size.height}px`;
        ghost.append(button.querySelector('svg').cloneNode(true), button.querySelector('span').textContent);
        desk.stage.append(ghost);
        return ghost;
    };

    const click = event => {
        const button = event.target.closest('[data-template]');
        if (!button) return;
        // The press that ended a drag is no press.
        if (dragged) { dragged = false; return; }
        const added = acts.add(button.dataset.template, acts.placeFor(button.dataset.template));
        if (added) view.reveal(added);
    };

    const palette = desk.element.querySelector('[data-palette]');
    palette?.addEventListener('pointerdown', press);
    palette?.addEventListener('click', click);
    return { dispose: () => palette?.removeEventListener('click', click) };
}
