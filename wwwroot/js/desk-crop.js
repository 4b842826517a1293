// A cut-out by hand: a frame over the picture that keeps its ratio, dragged or moved with the arrow keys, and shown as it will be.
const english = document.documentElement.lang === 'en';
const say = (dutch, other) => english ? other : dutch;
const clamp = (value, least, most) => Math.min(Math.max(value, least), most);
const numbers = text => text ? text.split(' ').map(Number) : null;

// Per cent with one decimal, as the server writes it.
const written = part => String(Math.round(part * 1000) / 10);
const step = 0.01;
const smallest = 0.05;

/** A value of 0 to 100 as a part; null for nothing or for what is no such number. */
function partOf(input) {
  const text = input.value.trim().replace(',', '.');
  const value = Number(text);
  return text !== '' && value >= 0 && value <= 100 ? value / 100 : null;
}

/** The largest piece with this height per width that fits in a box, around a point; everything in parts of the picture. */
function fit(box, tall, [x, y]) {
  const width = Math.min(box.width, box.height / tall);
  const height = width * tall;
  return {
    x: box.x + clamp(x * box.width - width / 2, 0, box.width - width),
    y: box.y + clamp(y * box.height - height / 2, 0, box.height - height),
    width,
    height,
  };
}

function boxOf([left, top, right, bottom]) {
  return { x: left, y: top, width: 1 - left - right, height: 1 - top - bottom };
}

function pictureOf(source) {
  const picture = document.createElement('img');
  picture.src = source;
  picture.alt = '';
  return picture;
}

function stageOf(source, name) {
  const stage = document.createElement('div');
  stage.className = 'd4-snijvlak';
  const frame = document.createElement('div');
  frame.className = 'd4-snijkader';
  frame.tabIndex = 0;
  frame.setAttribute('role', 'application');
  frame.setAttribute('aria-label', say(`Kader van de uitsnede ${name}: pijltjes verplaatsen, met Shift groter of kleiner`, `Frame of the cut-out ${name}: arrow keys move it, with Shift larger or smaller`));
  const corner = document.createElement('span');
  frame.append(corner);
  stage.append(pictureOf(source), frame);
  const hint = document.createElement('p');
  hint.className = 'd4-klein d4-stil';
  hint.textContent = say('Sleep het kader, of sleep aan de hoek. Met het toetsenbord: pijltjes, en Shift met pijltjes.', 'Drag the frame, or its corner. By keyboard: arrow keys, and Shift with arrow keys.');
  const status = document.createElement('p');
  status.className = 'visually-hidden';
  status.setAttribute('role', 'status');
  const reset = document.createElement('button');
  reset.type = 'button';
  reset.className = 'utrecht-button utrecht-button--subtle';
  reset.textContent = say('Niet zelf bijsnijden', 'Don\'t cut by hand');
  return { stage, frame, corner, hint, status, reset };
}

function previewOf(image, source, width, height) {
  const box = document.createElement('div');
  box.className = 'd4-uitsnede d4-uitsnede--levend';
  box.style.setProperty('aspect-ratio', `${width} / ${height}`);
  const picture = pictureOf(source);
  box.append(picture);
  image.replaceWith(box);
  return picture;
}

function arm(part, group, ratio) {
  const name = part.dataset.crop;
  const [width, height] = numbers(part.dataset.cropSize);
  const tall = ratio * height / width;
  const sides = [...part.querySelectorAll('[data-crop-side]')];
  const how = part.querySelector('[data-crop-how]');
  const focus = ['left', 'top'].map(side => group.querySelector(`[data-focal-${side}]`));
  const { stage, frame, corner, hint, status, reset } = stageOf(group.dataset.cuts, name);
  sides[0].closest('.d4-velden').prepend(stage, hint, status);
  sides[0].closest('.d4-velden').append(reset);
  const preview = previewOf(part.querySelector('[data-crop-shown]'), group.dataset.cuts, width, height);
  const isOwn = () => sides.some(side => side.value.trim() !== '');
  const typed = () => sides.map(side => side.value.trim()).join();

  // What was last put in the fields, before it was rounded: else every step would shrink it a little.
  let held = null;

  function piece() {
    if (isOwn()) {
      if (held?.typed === typed()) {
        return held;
      }

      const box = boxOf(sides.map(side => side.value.trim() === '' ? 0 : partOf(side) ?? NaN));
      return box.width > 0 && box.height > 0 ? fit(box, tall, [0.5, 0.5]) : null;
    }

    const other = numbers(part.dataset.cropElse);
    const point = focus.map(partOf);
    return other
      ? fit(boxOf(other), tall, [0.5, 0.5])
      : fit({ x: 0, y: 0, width: 1, height: 1 }, tall, point.includes(null) ? numbers(group.dataset.cutsElse) ?? [0.5, 0.5] : point);
  }

  function draw() {
    const shown = piece();
    reset.hidden = !isOwn();
    how.textContent = isOwn() ? say('zelf bijgesneden', 'cut by hand') : part.dataset.cropElse ? say('zoals in de bibliotheek', 'as in the library') : say('rond het punt', 'around the point');
    if (!shown) {
      return;
    }

    for (const [side, value] of [['left', shown.x], ['top', shown.y], ['width', shown.width], ['height', shown.height]]) {
      frame.style.setProperty(side, `${value * 100}%`);
    }

    preview.style.setProperty('width', `${100 / shown.width}%`);
    preview.style.setProperty('left', `${-100 * shown.x / shown.width}%`);
    preview.style.setProperty('top', `${-100 * shown.y / shown.height}%`);
  }

  function put(x, y, wide) {
    const size = clamp(wide, smallest, Math.min(1, 1 / tall));
    const left = clamp(x, 0, 1 - size);
    const top = clamp(y, 0, 1 - size * tall);
    [left, top, 1 - left - size, 1 - top - size * tall].forEach((value, index) => {
      sides[index].value = written(Math.max(0, value));
    });
    held = { x: left, y: top, width: size, height: size * tall, typed: typed() };
    sides[0].dispatchEvent(new Event('input', { bubbles: true }));
  }

  function tell() {
    status.textContent = say(`Links ${sides[0].value}, boven ${sides[1].value}, rechts ${sides[2].value}, onder ${sides[3].value} procent eraf.`, `${sides[0].value} per cent off the left, ${sides[1].value} off the top, ${sides[2].value} off the right, ${sides[3].value} off the bottom.`);
  }

  frame.addEventListener('keydown', event => {
    const [right, down] = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.key] ?? [0, 0];
    const now = piece();
    if (!now || (right === 0 && down === 0)) {
      return;
    }

    event.preventDefault();
    if (event.shiftKey) {
      // Around its middle.
      const more = 2 * step * (right + down);
      put(now.x - more / 2, now.y - more * tall / 2, now.width + more);
    } else {
      put(now.x + right * step, now.y + down * step, now.width);
    }

    tell();
  });

  frame.addEventListener('pointerdown', event => {
    const start = piece();
    if (!start) {
      return;
    }

    const area = stage.getBoundingClientRect();
    const isSize = event.target === corner;
    const move = moved => {
      const [x, y] = [(moved.clientX - event.clientX) / area.width, (moved.clientY - event.clientY) / area.height];
      if (isSize) {
        put(start.x, start.y, Math.min(start.width + Math.max(x, y / tall), 1 - start.x, (1 - start.y) / tall));
      } else {
        put(start.x + x, start.y + y, start.width);
      }
    };
    event.preventDefault();
    frame.focus();
    frame.setPointerCapture(event.pointerId);
    frame.addEventListener('pointermove', move);
    frame.addEventListener('lostpointercapture', () => frame.removeEventListener('pointermove', move), { once: true });
  });

  reset.addEventListener('click', () => {
    sides.forEach(side => {
      side.value = '';
    });
    sides[0].dispatchEvent(new Event('input', { bubbles: true }));
    status.textContent = say('De eigen uitsnede is weg.', 'The cut-out by hand is gone.');
    frame.focus();
  });
  group.addEventListener('input', draw);
  draw();
}

for (const group of document.querySelectorAll('[data-cuts]')) {
  const picture = group.querySelector('[data-focal-picture]');
  const begin = () => picture.naturalWidth > 0 && group.querySelectorAll('[data-crop]').forEach(part => arm(part, group, picture.naturalWidth / picture.naturalHeight));
  if (picture.complete) {
    begin();
  } else {
    picture.addEventListener('load', begin, { once: true });
  }
}
