// What the frame of every page needs before, without and after the circuit: the theme, the reader's zone, the connection.
const root = document.documentElement;
const year = 365 * 24 * 60 * 60;

function keep(name, value) {
    document.cookie = `${name}=${encodeURIComponent(value)};path=/;max-age=${year};samesite=lax`;
}

function markTheme() {
    for (const choice of document.querySelectorAll('[data-theme-choice]')) {
        if (choice.dataset.themeChoice === root.dataset.theme) choice.setAttribute('aria-current', 'true');
        else choice.removeAttribute('aria-current');
    }
}

function chooseTheme(theme) {
    root.dataset.theme = theme;
    keep('lf-theme', theme);
    markTheme();
}

keep('lf-zone', Intl.DateTimeFormat().resolvedOptions().timeZone ?? '');

document.addEventListener('click', event => {
    const choice = event.target.closest?.('[data-theme-choice]');
    if (choice) {
        event.preventDefault();
        event.stopPropagation();
        chooseTheme(choice.dataset.themeChoice);
        return;
    }

    // Blazor scrolls to a fragment but leaves the focus where it was.
    if (event.target.closest?.('.lf-skip')) {
        event.preventDefault();
        event.stopPropagation();
        document.getElementById('main')?.focus();
        return;
    }

    if (event.target.closest?.('[data-reload]')) location.reload();
    if (event.target.closest?.('[data-reconnect]')) reconnect();

    // A menu has done its work when one of its links was followed.
    event.target.closest?.('[popover] a')?.closest('[popover]').hidePopover();
}, true);

document.addEventListener('toggle', event => {
    if (event.target.matches?.('[popover]')) markTheme();
}, true);

// A rejected circuit is gone on the server (a restart, a long sleep): only a fresh page helps.
// Typed text is kept by the forms themselves.
async function reconnect() {
    const state = document.getElementById('components-reconnect-modal');
    state?.classList.remove('components-reconnect-failed');
    state?.classList.add('components-reconnect-show');
    try {
        if (!await window.Blazor.reconnect()) location.reload();
    } catch {
        state?.classList.remove('components-reconnect-show');
        state?.classList.add('components-reconnect-failed');
    }
}

const state = document.getElementById('components-reconnect-modal');
if (state) {
    new MutationObserver(() => {
        if (state.classList.contains('components-reconnect-rejected')) location.reload();
    }).observe(state, { attributes: true, attributeFilter: ['class'] });

    const retry = () => {
        if (state.classList.contains('components-reconnect-failed')) reconnect();
    };
    addEventListener('online', retry);
    document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && retry());
}

markTheme();

// Signed out in another window: this one must not go on showing what it shows.
new BroadcastChannel('loonflow-sign-in').addEventListener('message', () => {
    if (!location.pathname.startsWith('/account/')) location.reload();
});
