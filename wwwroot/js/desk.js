// What somebody types in a form is kept in this browser until it has been saved: a lost connection or a session that ended costs nothing.
const prefix = 'd4gg/';

function fieldsOf(form) {
  return [...form.elements].filter(field => field.name && field.type !== 'hidden' && field.type !== 'submit' && field.type !== 'password');
}

function keep(form, key) {
  const values = fieldsOf(form).map(field => [field.name, field.type === 'checkbox' || field.type === 'radio' ? field.checked : field.value]);
  const marks = [...form.elements].filter(field => field.name.startsWith('was.')).map(field => field.value).join();
  localStorage.setItem(key, JSON.stringify({ values, marks }));
}

function restore(form, kept) {
  fieldsOf(form).forEach((field, index) => {
    const [name, value] = kept.values[index] ?? [];
    if (name !== field.name) {
      return;
    }

    if (typeof value === 'boolean') {
      field.checked = value;
    } else {
      field.value = value;
    }
  });
}

for (const form of document.querySelectorAll('form[data-keep]')) {
  const key = prefix + form.dataset.keep;
  const status = document.querySelector('[data-kept]');
  const found = localStorage.getItem(key);
  const english = document.documentElement.lang === 'en';
  const say = (dutch, other) => english ? other : dutch;
  const marks = [...form.elements].filter(field => field.name.startsWith('was.')).map(field => field.value).join();
  const kept = found ? JSON.parse(found) : null;
  if (kept && kept.marks === marks && !document.getElementById('fouten')) {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'utrecht-button utrecht-button--subtle';
    button.textContent = say('Zet terug wat ik typte', 'Put back what I typed');
    button.addEventListener('click', () => {
      restore(form, kept);
      button.remove();
      status.textContent = say('Teruggezet. Nog niet bewaard.', 'Put back. Not saved yet.');
    });
    status.textContent = say('U typte hier eerder iets dat niet is bewaard.', 'You typed something here before that was not saved.');
    status.after(button);
  } else if (kept) {
    localStorage.removeItem(key);
  }

  form.addEventListener('input', () => {
    keep(form, key);
    status.textContent = say('Nog niet bewaard. Typ gerust door.', 'Not saved yet. Keep typing.');
  });
}

// A list that is too long to come along with the form: names that fit are asked for while somebody types.
for (const list of document.querySelectorAll('datalist[data-names]')) {
  let asked = '';
  for (const field of document.querySelectorAll(`input[list="${CSS.escape(list.id)}"]`)) {
    field.addEventListener('input', async () => {
      const typed = field.value.trim();
      if (typed === asked || typed.length < 2) {
        return;
      }

      asked = typed;
      const answer = await fetch(`${list.dataset.names}&q=${encodeURIComponent(typed)}`).catch(() => null);
      if (answer?.ok && asked === typed) {
        list.replaceChildren(...(await answer.json()).map(name => Object.assign(document.createElement('option'), { value: name })));
      }
    });
  }
}

// The other language stands beside a field where there is room; on a phone it opens when somebody asks.
for (const other of document.querySelectorAll('[data-beside]')) {
  other.open = other.querySelector('[role=status]') !== null || matchMedia('(min-width: 64rem)').matches;
}

// Taking over a text needs no server; of what has more parts than one, the server makes the fields.
for (const button of document.querySelectorAll('[data-take]')) {
  button.addEventListener('click', event => {
    const field = document.getElementById(button.dataset.take);
    const other = button.closest('[data-beside]').querySelector('[lang]');
    if (!field || !other || field.value.trim() !== '') {
      return;
    }

    event.preventDefault();
    field.value = other.textContent;
    field.dispatchEvent(new Event('input', { bubbles: true }));
    field.focus();
    button.remove();
  });
}
