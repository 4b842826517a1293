// A ballot saves itself while its juror goes on. What can't be sent stays in this browser, for this juror, and is tried again.
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

for (const form of document.querySelectorAll('form[data-ballot]')) {
  const key = `d4gg/ballot/${form.dataset.juror}${form.dataset.ballot}`;
  const status = document.querySelector('[data-status]');
  const version = form.elements.namedItem('version');
  let timer = 0;
  let failures = 0;
  let sending = null;
  let isStale = false;

  // What went out and was never answered: when the site turns out to have just that, it was ours.
  let unanswered = [];

  const chosen = () => Object.fromEntries(
    [...form.querySelectorAll('input[type=radio]:checked')].map(field => [field.name.slice('scores['.length, -1), field.value]));

  const show = (text, isGood) => {
    status.textContent = text;
    status.className = `d4-staat ${isGood ? 'd4-staat--goed' : 'd4-staat--open'}`;
  };

  const count = () => {
    const open = [...form.querySelectorAll('fieldset[data-required=true]')].filter(criterion => !criterion.querySelector(':checked')).length;
    const place = form.querySelector('[data-open]');
    place.textContent = open === 0 ? say('Alles ingevuld', 'All filled in')
      : open === 1 ? say('Nog 1 onderdeel', '1 still open')
      : say(`Nog ${open} onderdelen`, `${open} still open`);
    place.className = `d4-staat ${open === 0 ? 'd4-staat--goed' : 'd4-staat--let-op'}`;
  };

  const later = seconds => {
    clearTimeout(timer);
    timer = setTimeout(send, seconds * 1000);
  };

  const keep = () => shelf.write(key, { version: version.value, scores: chosen(), unanswered });

  function send() {
    if (!sending && !isStale) {
      sending = post().finally(() => sending = null);
    }

    return sending;
  }

  async function post() {
    const sent = chosen();
    show(say('Bezig met bewaren', 'Saving'), false);
    unanswered = [...unanswered.slice(-4), sent];
    keep();
    try {
      const answer = await fetch(form.action, { method: 'POST', body: new FormData(form), headers: { accept: 'application/json' }, redirect: 'error', signal: AbortSignal.timeout(longest) });
      if (answer.status === 401 || answer.status === 403) {
        show(say('U bent afgemeld. Meld u in een ander venster aan; wat u koos, blijft hier staan.', 'You are signed out. Sign in in another window; what you chose stays here.'), false);
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
      if (answer.status === 409 && unanswered.some(one => alike(one, saved.scores))) {
        version.value = saved.version;
        unanswered = [];
        later(0);
        return;
      }

      unanswered = [];
      show(saved.message, saved.isSaved);
      isStale = answer.status === 409;
      if (!saved.isSaved) {
        keep();
      } else {
        version.value = saved.version;
        if (alike(sent, chosen())) {
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

  // What was chosen before a lost connection or a closed tab, unless another device saved something else meanwhile.
  const kept = shelf.read(key);
  if (kept && (kept.version === version.value || kept.unanswered.some(one => alike(one, chosen())))) {
    for (const field of form.querySelectorAll('input[type=radio]')) {
      field.checked = kept.scores[field.name.slice('scores['.length, -1)] === field.value;
    }

    count();
    later(0);
  } else if (kept) {
    shelf.clear(key);
  }

  form.addEventListener('change', () => {
    keep();
    count();
    later(1);
  });

  // The button waits for what is on its way: sent beside it, it would be an older version.
  form.addEventListener('submit', event => {
    clearTimeout(timer);
    if (sending) {
      event.preventDefault();
      sending.finally(() => {
        clearTimeout(timer);
        form.requestSubmit();
      });
    }
  });

  addEventListener('online', () => {
    if (shelf.read(key)) {
      later(0);
    }
  });
}
