// The library with a script: many files at once, each by itself and with how far it is; a focal point by pointing at it.
const english = document.documentElement.lang === 'en';
const say = (dutch, other) => english ? other : dutch;

function send(form, file, text, onProgress) {
  return new Promise((resolve, reject) => {
    const data = new FormData();
    data.append('file0', file);
    data.append('text0', text);
    data.append('__RequestVerificationToken', form.querySelector('[name=__RequestVerificationToken]').value);
    const request = new XMLHttpRequest();
    request.open('POST', form.action);
    request.setRequestHeader('Accept', 'application/json');
    request.responseType = 'json';
    request.upload.addEventListener('progress', event => event.lengthComputable && onProgress(event.loaded / event.total));
    request.addEventListener('load', () => request.status === 200 ? resolve() : reject(new Error(request.response?.problem ?? say('Dit bestand kon niet worden bewaard.', 'This file could not be kept.'))));
    request.addEventListener('error', () => reject(new Error(say('De verbinding viel weg. Probeer het opnieuw.', 'The connection was lost. Try again.'))));
    request.send(data);
  });
}

function field(label, input, id) {
  const box = document.createElement('div');
  box.className = 'utrecht-form-field';
  const words = document.createElement('label');
  words.className = 'utrecht-form-label';
  words.htmlFor = input.id = id;
  words.textContent = label;
  box.append(words, input);
  return box;
}

function rowOf(file, index) {
  const row = document.createElement('fieldset');
  row.className = 'd4-rij';
  const legend = document.createElement('legend');
  legend.className = 'utrecht-form-label';
  legend.textContent = file.name;
  row.append(legend);
  const text = document.createElement('input');
  text.className = 'utrecht-textbox';
  text.maxLength = 300;
  if (file.type.startsWith('image/')) {
    text.required = true;
    row.append(field(say('Wat is er te zien?', 'What does it show?'), text, `beeld-${index}`));
  }

  const progress = document.createElement('progress');
  progress.max = 1;
  progress.value = 0;
  progress.setAttribute('aria-label', say('Hoe ver ', 'How far ') + file.name);
  const status = document.createElement('p');
  status.className = 'd4-klein';
  status.setAttribute('role', 'status');
  row.append(progress, status);
  return { row, file, text, progress, status, isDone: false };
}

for (const form of document.querySelectorAll('form[data-upload]')) {
  for (const row of form.querySelectorAll('fieldset')) {
    row.remove();
  }

  const choice = document.createElement('input');
  choice.type = 'file';
  choice.multiple = true;
  const list = document.createElement('div');
  list.className = 'd4-velden';
  form.prepend(field(say('Kies een of meer bestanden', 'Choose one or more files'), choice, 'bestanden'), list);
  let rows = [];
  choice.addEventListener('change', () => {
    rows = [...choice.files].map(rowOf);
    list.replaceChildren(...rows.map(row => row.row));
    rows[0]?.row.querySelector('input')?.focus();
  });
  form.addEventListener('submit', async event => {
    event.preventDefault();
    const button = form.querySelector('[type=submit]');
    button.disabled = true;
    const most = Number(form.dataset.upload);
    for (const row of rows.filter(one => !one.isDone)) {
      if (row.file.size >= most) {
        row.status.textContent = say(`Dit bestand is te groot: hooguit ${Math.floor(most / 1e6)} MB.`, `This file is too large: at most ${Math.floor(most / 1e6)} MB.`);
        continue;
      }

      try {
        await send(form, row.file, row.text.value, part => {
          row.progress.value = part;
        });
        row.isDone = true;
        row.progress.value = 1;
        row.status.textContent = say('Bewaard.', 'Kept.');
      } catch (problem) {
        row.status.textContent = problem.message;
      }
    }

    button.disabled = false;
    if (rows.length > 0 && rows.every(row => row.isDone)) {
      location.reload();
    }
  });
}

for (const group of document.querySelectorAll('[data-focal]')) {
  const picture = group.querySelector('[data-focal-picture]');
  const left = group.querySelector('[data-focal-left]');
  const top = group.querySelector('[data-focal-top]');
  const frame = document.createElement('div');
  frame.className = 'd4-richtpunt';
  const mark = document.createElement('span');
  picture.replaceWith(frame);
  frame.append(picture, mark);
  const show = () => {
    mark.style.setProperty('left', `${left.value.replace(',', '.') || 50}%`);
    mark.style.setProperty('top', `${top.value.replace(',', '.') || 50}%`);
  };
  frame.addEventListener('click', event => {
    const box = picture.getBoundingClientRect();
    left.value = Math.round((event.clientX - box.left) / box.width * 100);
    top.value = Math.round((event.clientY - box.top) / box.height * 100);
    left.dispatchEvent(new Event('input', { bubbles: true }));
  });
  left.addEventListener('input', show);
  top.addEventListener('input', show);
  show();
}

for (const area of document.querySelectorAll('textarea[data-markdown]')) {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'utrecht-button utrecht-button--subtle';
  button.textContent = area.dataset.markdown;
  const shown = document.createElement('div');
  shown.className = 'd4-voorbeeld';
  shown.setAttribute('role', 'region');
  shown.setAttribute('aria-label', area.dataset.markdownLabel);
  shown.hidden = true;
  area.after(button, shown);
  button.addEventListener('click', async () => {
    const answer = await fetch('/umbraco/markdown', {
      method: 'POST',
      body: new URLSearchParams({ text: area.value, __RequestVerificationToken: area.form.querySelector('[name=__RequestVerificationToken]').value }),
    });

    // The server cleaned it, as it does for the site.
    shown.innerHTML = answer.ok ? await answer.text() : '';
    shown.hidden = false;
  });
}
