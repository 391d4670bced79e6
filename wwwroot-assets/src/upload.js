// Sends chosen or dropped files to /files, a few at a time, and tells the component how far each one is.
const atOnce = 3;
const every = 200;
let lastNumber = 0;

export function mount(element, component, { token, maxBytes, tooLarge, failed }) {
    const input = element.querySelector('input[type="file"]');
    const waiting = [];
    const running = new Map();
    let isGone = false;

    const tell = (method, ...details) => {
        if (!isGone) component.invokeMethodAsync(method, ...details).catch(() => {});
    };

    const next = () => {
        while (running.size < atOnce && waiting.length > 0) send(...waiting.shift());
    };

    function send(number, file) {
        const request = new XMLHttpRequest();
        let told = 0;

        running.set(number, request);
        request.upload.onprogress = event => {
            if (!event.lengthComputable || performance.now() - told < every) return;
            told = performance.now();
            tell('Advanced', number, Math.round(100 * event.loaded / event.total));
        };
        request.onloadend = () => {
            if (!running.delete(number)) return;
            const answer = read(request);
            if (request.status === 201 && answer?.id) tell('DoneAsync', number, answer.id, answer.name, answer.size);
            else tell('Failed', number, answer?.message ?? failed);
            next();
        };

        const body = new FormData();
        body.append('file', file, file.name);
        request.open('POST', '/files');
        request.setRequestHeader('RequestVerificationToken', token ?? '');
        request.setRequestHeader('Accept', 'application/json');
        request.send(body);
    }

    const take = files => {
        for (const file of files) {
            const number = ++lastNumber;
            tell('Began', number, file.name, file.size);
            if (file.size > maxBytes) tell('Failed', number, tooLarge);
            else waiting.push([number, file]);
        }
        next();
    };

    const choose = () => {
        take([...input.files]);
        // The same file may be chosen again after it was removed.
        input.value = '';
    };

    let depth = 0;
    const carries = event => event.dataTransfer?.types.includes('Files');
    const over = state => { element.dataset.over = String(state); };
    const enter = event => { if (carries(event)) { event.preventDefault(); depth++; over(true); } };
    const leave = () => { if (--depth <= 0) { depth = 0; over(false); } };
    const hover = event => { if (carries(event)) event.preventDefault(); };
    const drop = event => {
        if (!carries(event)) return;
        event.preventDefault();
        depth = 0;
        over(false);
        take([...event.dataTransfer.files]);
    };

    input.addEventListener('change', choose);
    element.addEventListener('dragenter', enter);
    element.addEventListener('dragleave', leave);
    element.addEventListener('dragover', hover);
    element.addEventListener('drop', drop);

    // Whoever is quick has chosen before we came.
    if (input.files.length > 0) choose();

    return {
        cancel(number) {
            const place = waiting.findIndex(([each]) => each === number);
            if (place >= 0) waiting.splice(place, 1);
            const request = running.get(number);
            running.delete(number);
            request?.abort();
            next();
        },
        dispose() {
            isGone = true;
            for (const request of running.values()) request.abort();
            input.removeEventListener('change', choose);
            element.removeEventListener('dragenter', enter);
            element.removeEventListener('dragleave', leave);
            element.removeEventListener('dragover', hover);
            element.removeEventListener('drop', drop);
        },
    };
}

function read(request) {
    try {
        return JSON.parse(request.responseText);
    } catch {
        return null;
    }
}
