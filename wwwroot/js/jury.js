// Ballots and notes save themselves while their juror goes on. What can't be sent stays in this browser, for this juror, and is tried again.
const english = document.documentElement.lang === 'en';
const say = (dutch, other) => english ? other : dutch;
const patience = [2, 5, 10, 30, 60];

// A connection that is neither there nor gone would keep everything waiting.
const longest = 15_000;

// A browser may refuse to keep anything; then only what is on the page is there.
const shelf = {
  read(key) {
    try {
      return JSON.parse(localStorage.getItem(key) ?? 'null');
    } catch {
      return null;
    }
  },
  write(key, value) {
    try {
      localStorage.setItem(key, JSON.stringify(value));
    } catch {
      // The page itself still has it.
    }
  },
  clear(key) {
    try {
      localStorage.removeItem(key);
    } catch {
      // Nothing was kept.
    }
  },
};

const alike = (one, other) => {
  const names = Object.keys(one);
  return names.length === Object.keys(other).length && names.every(name => one[name] === other[name]);
};

// What ballots and notes have in common. `read` gives what stands in the form by field, `write` puts that back, `conflict` hears what another window saved.
function keepSaved(form, { key, status, changes, read, write, count = () => {}, conflict = null }) {
  const version = form.elements.namedItem('version');
  let timer = 0;
  let failures = 0;
  let sending = null;
  let isStale = false;

  // The version that what stands here goes on from, and the newer one that another window saved.
  let base = version.value;
  let newer = null;

  // What went out and was never answered: when the site turns out to have just that, it was ours.
  let unanswered = [];

  const show = (text, isGood) => {
    status.textContent = text;
    status.className = `d4-staat ${isGood ? 'd4-staat--goed' : 'd4-staat--open'}`;
  };

  const later = seconds => {
    clearTimeout(timer);
    timer = setTimeout(() => send(), seconds * 1000);
  };

  const keep = () => shelf.write(key, { version: base, content: read(), unanswered });

  const goOnFrom = saved => base = version.value = `${saved}`;

  const outdo = saved => {
    isStale = true;
    newer = saved.version;
    conflict?.(saved.content);
  };

  function send(isLeaving = false) {
    timer = 0;
    if (!sending && !isStale) {
      sending = post(isLeaving).finally(() => sending = null);
    }

    return sending;
  }

  async function post(isLeaving) {
    const sent = read();
    show(say('Bezig met bewaren', 'Saving'), false);
    unanswered = [...unanswered.slice(-4), sent];
    keep();
    try {
      const answer = await fetch(form.action, { method: 'POST', body: new FormData(form), headers: { accept: 'application/json' }, redirect: 'error', keepalive: isLeaving, signal: AbortSignal.timeout(longest) });
      if (answer.status === 401 || answer.status === 403) {
        show(say('U bent afgemeld. Meld u in een ander venster aan; wat u invulde, blijft hier staan.', 'You are signed out. Sign in in another window; what you filled in stays here.'), false);
        later(patience[Math.min(failures++, patience.length - 1)]);
        return;
      }

      if (answer.status === 404) {
        show(say('Deze inzending is er voor u niet meer.', 'This entry is no longer there for you.'), false);
        isStale = true;
        return;
      }

      const saved = await answer.json();
      failures = 0;
      if (answer.status === 409 && unanswered.some(one => alike(one, saved.content))) {
        goOnFrom(saved.version);
        unanswered = [];
        later(0);
        return;
      }

      unanswered = [];
      show(saved.message, saved.isSaved);
      if (answer.status === 409) {
        outdo(saved);
      }

      if (!saved.isSaved) {
        keep();
      } else {
        goOnFrom(saved.version);
        if (alike(sent, read())) {
          shelf.clear(key);
        } else {
          keep();
          later(1);
        }
      }
    } catch {
      show(say('Nog niet bewaard. Ga gerust door, wij proberen het opnieuw.', 'Not saved yet. Go on, we try again.'), false);
      later(patience[Math.min(failures++, patience.length - 1)]);
    }
  }

  // What was filled in before a lost connection or a closed tab. When another window saved something else meanwhile, the site says so and overwrites nothing.
  const kept = shelf.read(key);
  if (kept?.content && (kept.version === version.value || kept.unanswered.some(one => alike(one, read())))) {
    write(kept.content);
    count();
    later(0);
  } else if (kept?.content && conflict && !alike(kept.content, read())) {
    base = kept.version;
    const newest = { version: version.value, content: read() };
    write(kept.content);
    outdo(newest);
    show(say('Niet bewaard: in een ander venster staat een nieuwere.', 'Not saved: there is a newer one in another window.'), false);
  } else if (kept) {
    shelf.clear(key);
  }

  form.addEventListener(changes, () => {
    keep();
    count();
    later(1);
  });

  // The button waits for what is on its way: sent beside it, it would be an older version.
  form.addEventListener('submit', event => {
    clearTimeout(timer);
    timer = 0;

    // They saw that there is a newer one: pressing the button is choosing this one.
    version.value = newer ?? version.value;
    if (sending) {
      event.preventDefault();
      sending.finally(() => {
        clearTimeout(timer);
        timer = 0;
        if (!isStale) {
          form.requestSubmit();
        }
      });
    }
  });

  addEventListener('online', () => {
    if (shelf.read(key)) {
      later(0);
    }
  });

  // Whoever goes on within a second of the last letter doesn't have to come back for it.
  addEventListener('pagehide', () => {
    if (timer) {
      clearTimeout(timer);
      send(true);
    }
  });
}

for (const form of document.querySelectorAll('form[data-ballot]')) {
  const fields = () => [...form.querySelectorAll('input[type=radio]')];
  const criterion = field => field.name.slice('scores['.length, -1);
  keepSaved(form, {
    key: `d4gg/ballot/${form.dataset.juror}${form.dataset.ballot}`,
    status: document.querySelector('header [data-status]'),
    changes: 'change',
    read: () => Object.fromEntries(fields().filter(field => field.checked).map(field => [criterion(field), field.value])),
    write: content => fields().forEach(field => field.checked = content[criterion(field)] === field.value),
    count: () => {
      const open = [...form.querySelectorAll('fieldset[data-required=true]')].filter(one => !one.querySelector(':checked')).length;
      const place = form.querySelector('[data-open]');
      place.textContent = open === 0 ? say('Alles ingevuld', 'All filled in')
        : open === 1 ? say('Nog 1 onderdeel', '1 still open')
        : say(`Nog ${open} onderdelen`, `${open} still open`);
      place.className = `d4-staat ${open === 0 ? 'd4-staat--goed' : 'd4-staat--let-op'}`;
    },
  });
}

for (const form of document.querySelectorAll('form[data-note]')) {
  const field = form.elements.namedItem('text');
  keepSaved(form, {
    key: `d4gg/note/${form.dataset.juror}${form.dataset.note}`,
    status: form.querySelector('[data-status]'),
    changes: 'input',
    read: () => ({ text: field.value.trim() }),
    write: content => {
      field.value = content.text;
      form.closest('details').open = true;
    },

    // Both stay in sight.
    conflict: content => {
      form.querySelector('[data-other-text]').textContent = content.text;
      form.querySelector('[data-other]').hidden = false;
    },
  });
}
