// The designer's page: brings a control to the reader's eyes and hands.
const patience = 2000;

export function mount() {
    let looking;

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
        },
    };
}
