// Copies and pastes parts of flows as JSON through the system's clipboard, so that they reach other workflows and browsers.
import { freePlace } from './room.js';

const most = 4_000_000;
const patience = 120;

export function createClipboard(desk) {
    const { scene, pick, acts, ids, texts, dotnet, sheet } = desk;

    // Without https the browser has no clipboard for scripts: then a selected text is copied.
    const write = async text => {
        try {
            await navigator.clipboard.writeText(text);
            return true;
        } catch {
            const field = document.createElement('textarea');
            field.value = text;
            field.className = 'lf-visually-hidden';
            desk.stage.append(field);
            field.select();
            const done = document.execCommand('copy');
            field.remove();
            sheet.focus({ preventScroll: true });
            return done;
        }
    };

    const chosen = letter => pick.ids.filter(id => id[0] === letter).map(acts.number);

    const clipboard = {
        // The part that is picked, or everything.
        async json(all = false) {
            const whole = all || (chosen('s').length === 0 && chosen('n').length === 0);
            const clip = JSON.parse(await dotnet.invokeMethodAsync('ClipOf', whole ? null : chosen('s'), whole ? null : chosen('n')));
            // States that nobody has placed yet come where they are seen.
            for (const state of clip.states ?? []) {
                const box = scene.boxOf(`s${state.id}`);
                if (box) state.position ??= { x: box.x, y: box.y };
            }
            return JSON.stringify(clip, null, 2);
        },

        async copy() {
            const count = chosen('s').length + chosen('n').length;
            if (count === 0) return false;
            try {
                const copied = await write(await clipboard.json());
                desk.say((copied ? texts.Copied : texts.NotCopied).replace('{0}', String(count)));
                return copied;
            } catch {
                desk.say(texts.Offline);
                return false;
            }
        },

        async cut() {
            if (await clipboard.copy()) acts.remove();
        },

        async paste(text) {
            if (desk.readOnly) return;
            let clip = null;
            try {
                clip = text.length <= most ? JSON.parse(text) : null;
            } catch {
                // Words that are no part of a flow.
            }
            if (clip?.format !== 'loonflow.clip') { desk.say(texts.NotAClip); return; }
            const count = ['states', 'transitions', 'notes'].reduce((sum, name) => sum + (Array.isArray(clip[name]) ? clip[name].length : 0), 0);
            const taken = await ids.many(count);
            if (!taken) { desk.say(texts.Offline); return; }
            const seen = desk.view.seen();
            const at = clipboard.placeFor(clip, seen);
            const states = clip.states?.length ?? 0;
            desk.pickWhenThere([...taken.slice(0, states).map(id => `s${id}`), ...taken.slice(states + (clip.transitions?.length ?? 0)).map(id => `n${id}`)]);
            const { format, ...parts } = clip;
            desk.outbox.post({ kind: 'paste', clip: parts, ids: taken, at });
        },

        // Where it was, if that is in sight, else in the middle of what is seen; below what stands there already.
        placeFor(clip, seen) {
            const places = [...(clip.states ?? []), ...(clip.notes ?? [])].map(one => one?.position).filter(place => Number.isFinite(place?.x) && Number.isFinite(place?.y));
            const [xs, ys] = [places.map(place => place.x), places.map(place => place.y)];
            const corner = { x: Math.min(...xs), y: Math.min(...ys) };
            const isInSight = places.length > 0 && corner.x >= seen.x && corner.y >= seen.y && corner.x < seen.x + seen.width - 100 && corner.y < seen.y + seen.height - 60;
            const size = { width: Math.max(0, Math.max(...xs) - corner.x) + 220, height: Math.max(0, Math.max(...ys) - corner.y) + 80 };
            const { x, y } = freePlace(isInSight ? corner : { x: seen.x + seen.width / 4, y: seen.y + seen.height / 4 }, places.length ? size : { width: 220, height: 80 }, [...scene.boxes.values()]);
            return { x, y };
        },
    };

    // Some browsers paste into fields only: then the clipboard is asked, which may ask the reader.
    let expecting;
    clipboard.expect = () => {
        clearTimeout(expecting);
        expecting = setTimeout(async () => {
            try {
                await clipboard.paste(await navigator.clipboard.readText());
            } catch {
                desk.say(texts.NotAClip);
            }
        }, patience);
    };
    sheet.addEventListener('paste', event => {
        clearTimeout(expecting);
        event.preventDefault();
        clipboard.paste(event.clipboardData?.getData('text/plain') ?? '');
    });
    return clipboard;
}
