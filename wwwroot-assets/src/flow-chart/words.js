// How much room the words take.
export const font = getComputedStyle(document.documentElement).getPropertyValue('--lf-font') || 'sans-serif';
export const stateFont = { size: 14, weight: 600, leading: 19 };
export const captionFont = { size: 12, weight: 600, leading: 16 };

const pen = document.createElement('canvas').getContext('2d');

// The same words are asked for again and again; measuring them is what takes long.
const measured = new Map();

export function widthOf(text, { size, weight }) {
    const key = `${weight} ${size} ${text}`;
    if (!measured.has(key)) {
        if (measured.size > 5000) measured.clear();
        pen.font = `${weight} ${size}px ${font}`;
        measured.set(key, pen.measureText(text).width);
    }
    return measured.get(key);
}

// Latin breaks between words, Chinese between any two characters; what does not fit two lines is cut.
export function wrap(text, width, style, most = 2) {
    const lines = [''];
    for (const part of text.match(/[\u2e80-\uffef]|[^\s\u2e80-\uffef]+|\s+/g) ?? []) {
        const line = lines[lines.length - 1];
        if (line === '' || widthOf(line + part, style) <= width) lines[lines.length - 1] = (line + part).trimStart();
        else if (lines.length < most) lines.push(part.trim());
        else { lines[lines.length - 1] = `${line.trimEnd()}…`; break; }
    }
    return lines.map(line => line.trim());
}

export function sizeOfState(state) {
    const lines = wrap(state.name, 152, stateFont, 3);
    const words = Math.max(...lines.map(line => widthOf(line, stateFont)));
    return { lines, width: Math.max(104, Math.ceil(words) + 60), height: 26 + lines.length * stateFont.leading };
}

export function sizeOfCaption(transition) {
    const lines = [...wrap(transition.name, 120, captionFont), ...(transition.condition ? wrap(transition.condition, 150, captionFont) : [])];
    const words = Math.max(...lines.map(line => widthOf(line, captionFont)));
    return { lines, width: Math.ceil(words) + 14, height: lines.length * captionFont.leading + 6 };
}
