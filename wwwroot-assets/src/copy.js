// Puts a text on the clipboard and says so. Without https the browser has no clipboard for scripts: then the selection is copied.
const shown = 2500;

export function mount(element) {
    const text = element.querySelector('[data-copy-text]');
    const button = element.querySelector('[data-copy]');
    const said = element.querySelector('[data-said]');
    let timer;

    const select = () => {
        const range = document.createRange();
        range.selectNodeContents(text);
        getSelection().removeAllRanges();
        getSelection().addRange(range);
    };

    const write = async () => {
        try {
            await navigator.clipboard.writeText(text.textContent);
            return true;
        } catch {
            select();
            return document.execCommand('copy');
        }
    };

    const show = isCopied => {
        button.querySelector('[data-before]').hidden = isCopied;
        button.querySelector('[data-after]').hidden = !isCopied;
    };

    const copy = async () => {
        const isCopied = await write();
        select();
        show(isCopied);
        said.textContent = isCopied ? said.dataset.said : said.dataset.failed;
        clearTimeout(timer);
        timer = setTimeout(() => { show(false); said.textContent = ''; }, shown);
    };

    button.addEventListener('click', copy);

    // Until here a press would have been lost without a word, so it could not be pressed, nor hold the focus.
    button.disabled = false;
    if (button.hasAttribute('autofocus')) button.focus();

    return {
        dispose() {
            clearTimeout(timer);
            button.removeEventListener('click', copy);
        },
    };
}
