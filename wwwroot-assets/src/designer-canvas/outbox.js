// Tells the server what was done, in order, until it has heard it. What it has not heard survives a lost connection and a reload.
const patience = 6000;
const pause = 800;
const large = 16_000;

export function createOutbox(dotnet, key, { onAnswer, onOffline, onLost }) {
    const place = `lf-canvas ${key}`;
    let number = 0;
    let waiting = [];
    let busy = false;
    let closed = false;
    let failures = 0;
    let timer;

    const keep = () => {
        const edits = waiting.filter(entry => entry.edit).map(entry => entry.edit);
        try {
            if (edits.length) sessionStorage.setItem(place, JSON.stringify(edits));
            else sessionStorage.removeItem(place);
        } catch {
            // A full or forbidden storage takes the safety net away, not the work.
        }
    };

    const answerOf = entry => {
        const text = JSON.stringify(entry.edit ?? { kind: entry.word });
        const bytes = new Blob([text]);
        // The hub takes small messages only, counted in bytes; what is larger is fetched in pieces.
        const sent = bytes.size > large
            ? dotnet.invokeMethodAsync('ReceiveLarge', entry.number, DotNet.createJSStreamReference(bytes))
            : dotnet.invokeMethodAsync('Receive', entry.number, text);
        return Promise.race([sent, new Promise((_, reject) => setTimeout(() => reject(new Error('connection: no answer')), patience))]);
    };

    const send = async () => {
        clearTimeout(timer);
        if (busy || closed || waiting.length === 0) return;
        busy = true;
        let wait = 0;
        try {
            const answer = await answerOf(waiting[0]);
            failures = 0;
            onOffline(false);
            waiting.shift();
            keep();
            if (!closed) onAnswer(answer, waiting.length === 0);
        } catch (error) {
            wait = pause;
            onOffline(true);
            // What the server cannot bear is not sent for ever; what it did not hear is.
            if (!/connect|circuit/i.test(String(error)) && ++failures > 4) {
                failures = 0;
                waiting.shift();
                keep();
                onOffline(false);
                onLost();
            }
        }
        busy = false;
        if (!closed && waiting.length) timer = setTimeout(send, wait);
    };

    return {
        get isEmpty() { return waiting.length === 0; },
        post(edit) {
            waiting.push({ number: ++number, edit });
            keep();
            send();
        },
        // Undo and redo mean something only to the session that did what they take back.
        say(word) {
            waiting.push({ number: ++number, word });
            send();
        },
        // What a page that went away had not told.
        resume() {
            let edits = [];
            try {
                edits = JSON.parse(sessionStorage.getItem(place) ?? '[]');
            } catch {
                // Not ours, or not readable: nothing to tell.
            }
            for (const edit of edits) waiting.push({ number: ++number, edit });
            send();
            return edits.length;
        },
        dispose() {
            closed = true;
            clearTimeout(timer);
        },
    };
}

// Ids for what is drawn here, so that it is there at once and stays the same when it is told twice.
export function createIds(dotnet, first) {
    const free = [...first];
    let asking;
    const more = count => {
        asking ??= dotnet.invokeMethodAsync('TakeIds', count)
            .then(ids => free.push(...ids), () => {})
            .finally(() => { asking = null; });
        return asking;
    };
    return {
        get count() { return free.length; },
        take() {
            if (free.length < 24) more(60);
            return free.shift();
        },
        async many(count) {
            if (free.length < count) await more(count + 40);
            if (free.length < count) await more(count + 40);
            return free.length < count ? null : free.splice(0, count);
        },
    };
}
