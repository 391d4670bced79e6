// The pages before and around the sign-in; all of them work without this, too.
for (const field of document.querySelectorAll('[data-password]')) {
    const input = field.querySelector('input');
    const show = field.querySelector('[data-show]');
    const capsLock = field.parentElement.querySelector('[data-caps-lock]');

    show.hidden = false;
    show.addEventListener('click', () => {
        const shown = input.type === 'password';
        input.type = shown ? 'text' : 'password';
        show.setAttribute('aria-pressed', String(shown));
        input.focus();
    });

    // A shown password must not end up among the browser's remembered texts.
    input.form?.addEventListener('submit', () => { input.type = 'password'; });
    input.addEventListener('blur', () => { capsLock.hidden = true; });
    input.addEventListener('keyup', event => {
        if (event.getModifierState) capsLock.hidden = !event.getModifierState('CapsLock');
    });
}

for (const form of document.querySelectorAll('[data-account-form]')) {
    form.addEventListener('submit', event => {
        // The server never sees the part behind "#", so the way back has to carry it along.
        const address = new URL(location.href);
        const back = address.searchParams.get('returnUrl');
        if (address.hash && back && !back.includes('#') && !document.getElementById(address.hash.slice(1))) {
            address.searchParams.set('returnUrl', back + address.hash);
            address.hash = '';
            form.action = address.href;
        }

        const button = event.submitter ?? form.querySelector('[type="submit"]');
        button?.setAttribute('aria-busy', 'true');
    });
}

// A page that comes back from the browser's memory is not busy any more.
addEventListener('pageshow', () => {
    for (const button of document.querySelectorAll('[aria-busy]')) button.removeAttribute('aria-busy');
});

// The lines of the summary lead into their fields; the first wrong one has the focus at once.
document.addEventListener('click', event => {
    const link = event.target.closest?.('[data-focus]');
    const field = link && document.getElementById(link.dataset.focus);
    if (!field) return;
    event.preventDefault();
    event.stopPropagation();
    field.focus();
}, true);

document.querySelector('[aria-invalid="true"]')?.focus();

// Screens that are still open in other windows see for themselves who is signed in now.
if (new URLSearchParams(location.search).get('note') === 'signed-out') {
    new BroadcastChannel('loonflow-sign-in').postMessage('signed-out');
}
