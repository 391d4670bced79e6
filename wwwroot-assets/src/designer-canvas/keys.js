// Everything by keyboard. The overlay that "?" opens lists these.
const arrows = ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight'];
const direction = { ArrowUp: [0, -1], ArrowDown: [0, 1], ArrowLeft: [-1, 0], ArrowRight: [1, 0] };

export function createKeys(desk) {
    const { acts, pick, view, walk, scene, sheet, clipboard } = desk;

    const withControl = {
        a: () => pick.only([...scene.boxes.keys()]),
        c: () => clipboard.copy(),
        x: () => clipboard.cut(),
        d: () => acts.duplicate(),
        f: () => desk.find(),
        y: () => acts.redo(),
        z: shift => shift ? acts.redo() : acts.undo(),
    };
    const plain = {
        Delete: () => acts.remove(),
        Backspace: () => acts.remove(),
        F2: () => desk.renamePicked(),
        Enter: () => desk.renamePicked(),
        e: () => desk.renamePicked(),
        a: () => pick.one && scene.items.get(pick.one).type === 'state' && desk.offerNext(pick.one),
        c: () => desk.offerTargets(),
        n: () => desk.offerNew(),
        t: () => walk.lines(),
        h: () => desk.toggleHand(),
        l: () => acts.arrange(),
        '/': () => desk.find(),
        '?': () => desk.help(),
        0: () => view.fit(),
        1: () => view.zoomTo(1),
        '+': () => view.zoomIn(),
        '=': () => view.zoomIn(),
        '-': () => view.zoomOut(),
        Escape: () => pick.only([]),
    };

    const down = event => {
        if (event.target !== sheet) return;
        const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
        const control = event.ctrlKey || event.metaKey;
        // Ctrl+V comes as a paste, with what is on the clipboard; the browser must not be kept from it.
        if (control && key === 'v') {
            clipboard.expect();
            return;
        }
        if (event.code === 'Space') desk.hands.setSpace(true);
        else if (arrows.includes(key) && event.altKey) {
            const [x, y] = direction[key];
            const step = event.shiftKey ? 50 : 10;
            acts.nudge(x * step, y * step);
        } else if (arrows.includes(key) && !control) walk.step(key);
        else if (control && withControl[key]) withControl[key](event.shiftKey);
        else if (!control && !event.altKey && plain[key]) plain[key]();
        else return;
        event.preventDefault();
        event.stopPropagation();
    };
    const up = event => event.code === 'Space' && desk.hands.setSpace(false);

    sheet.addEventListener('keydown', down);
    sheet.addEventListener('keyup', up);
    sheet.addEventListener('blur', () => desk.hands.setSpace(false));
}
