// Where what is new comes to stand: where the flow goes on, into a line, or where there is room.
import { sizeOfState } from './look.js';
import { axesOf, beside, freePlace, gaps, sideTo } from './room.js';

const blockLength = { across: 420, down: 280 };

export const isUpright = side => side === 'top' || side === 'bottom';

export function createPlacing(desk) {
    const { scene, texts } = desk;
    const pathsOn = () => scene.all('line').filter(line => line.kind !== 'refuse' && line.from !== line.to && scene.boxOf(line.from) && scene.boxOf(line.to));
    const sideOf = line => sideTo(scene.boxOf(line.from), scene.boxOf(line.to));

    // Where the flow goes on from a state: as it came there; from its beginning as it mostly runs, else where there is room.
    const onwardFrom = (from, size) => {
        const lines = pathsOn();
        const into = lines.filter(line => line.to === from).sort((a, b) => Number(b.kind === 'agree') - Number(a.kind === 'agree'))[0];
        if (into) return sideOf(into);
        if (lines.length) return lines.filter(line => isUpright(sideOf(line))).length * 2 > lines.length ? 'bottom' : 'right';
        const seen = desk.view.seen();
        const fits = ({ x, y }) => x + size.width <= seen.x + seen.width && y + size.height <= seen.y + seen.height;
        return ['right', 'bottom'].find(side => fits(beside(scene.boxOf(from), side, size))) ?? 'right';
    };

    const placing = {
        stateBoxes: () => scene.all('state').map(state => scene.boxOf(state.id)),

        sizeOf: template => template === 'note'
            ? { width: 200, height: 100 }
            : sizeOfState({ look: template, name: texts[`New${template[0].toUpperCase()}${template.slice(1)}`], who: template === 'join' ? ' ' : null }),

        // A fork comes with its join.
        blockOf(template, side = 'right') {
            const size = placing.sizeOf(template);
            if (template !== 'fork') return size;
            const join = placing.sizeOf('join');
            const [width, height] = [Math.max(size.width, join.width), Math.max(size.height, join.height)];
            return isUpright(side) ? { width, height: blockLength.down + join.height } : { width: blockLength.across + join.width, height };
        },

        // In line with its fork, middle by middle.
        joinFor(fork, side) {
            const [size, join] = [placing.sizeOf('fork'), placing.sizeOf('join')];
            return isUpright(side)
                ? { x: fork.x + (size.width - join.width) / 2, y: fork.y + blockLength.down }
                : { x: fork.x + blockLength.across, y: fork.y + (size.height - join.height) / 2 };
        },

        // A place that can be seen: where the flow goes on from what is picked, else in the middle.
        placeFor(template, from = null, side = null) {
            const size = placing.sizeOf(template);
            const near = from ?? desk.pick.ids.find(id => scene.boxes.has(id));
            const seen = desk.view.seen();
            const boxes = [...scene.boxes.values()];
            if (!near) return freePlace({ x: seen.x + (seen.width - size.width) / 2, y: seen.y + (seen.height - size.height) / 2 }, placing.blockOf(template), boxes);
            const onward = side ?? onwardFrom(near, size);
            return freePlace(beside(scene.boxOf(near), onward, size), placing.blockOf(template, onward), boxes, isUpright(onward));
        },

        // At the end of what is drawn: what stands in the way there moves on. Null where nothing does, or where it would be another way.
        roomAfter(from, template) {
            const size = placing.sizeOf(template);
            const side = onwardFrom(from, size);
            if (side === 'top' || side === 'left' || pathsOn().some(line => line.from === from)) return null;
            const [along, depth, aside, breadth] = axesOf(side);
            const [box, place, block] = [scene.boxOf(from), beside(scene.boxOf(from), side, size), placing.blockOf(template, side)];
            const end = place[along] + block[depth] + gaps[side];
            const ahead = [...scene.boxes].filter(([id, other]) => id !== from && other[along] >= box[along] + box[depth]);
            const inWay = ahead.map(([, other]) => other).filter(other => other[along] < end && other[aside] < place[aside] + block[breadth] + 20 && place[aside] < other[aside] + other[breadth] + 20);
            if (inWay.length === 0) return null;
            const first = Math.min(...inWay.map(other => other[along]));
            return { place, along, push: Math.ceil((end - first) / 10) * 10, ids: ahead.filter(([, other]) => other[along] >= first).map(([id]) => id) };
        },

        // The line into which it would be put here, and not upon a state.
        lineFor(template, point) {
            if (template === 'start' || template === 'end' || template === 'note' || desk.readOnly || scene.at(point)) return null;
            const line = scene.lineAt(point);
            const leadsBack = line && scene.items.get(scene.items.get(line).to)?.look === 'start';
            return leadsBack && template !== 'state' ? null : line;
        },
    };
    return placing;
}
