// A ballot saves itself while its juror goes on. What can't be sent stays in this browser, and is tried again.
const prefix = 'd4gg/ballot';
const english = document.documentElement.lang === 'en';
const say = (dutch, other) => english ? other : dutch;
const patience = [2, 5, 10, 30, 60];

for (const form of document.querySelectorAll('form[data-ballot]')) {
  const key = prefix + form.dataset.ballot;
  const status = document.querySelector('[data-status]');
  const version = form.elements.namedItem('version');
  let timer = 0;
  let failures = 0;
  let isSending = false;
  let isStale = false;

  const chosen = () => Object.fromEntries([...form.querySelectorAll('input[type=radio]:checked')].map(field => [field.name, field.value]));

  const show = (text, isGood) => {
    status.textContent = text;
    status.className = `d4-staat ${isGood ? 'd4-staat--goed' : 'd4-staat--open'}`;
  };

  const later = seconds => {
    clearTimeout(timer);
    timer = setTimeout(send, seconds * 1000);
  };

  async function send() {
    if (isSending || isStale) {
      return;
    }

    isSending = true;
    const sent = JSON.stringify(chosen());
    show(say('Bezig met bewaren', 'Saving'), false);
    try {
      const answer = await fetch(form.action, { method: 'POST', body: new FormData(form), headers: { accept: 'application/json' }, redirect: 'error' });
      const saved = await answer.json();
      failures = 0;
      show(saved.message, saved.isSaved);
      if (saved.isSaved) {
        version.value = saved.version;
        if (sent === JSON.stringify(chosen())) {
          localStorage.removeItem(key);
        } else {
          later(1);
        }
      }

      isStale = answer.status === 409;
    } catch {
      show(say('Nog niet bewaard. Ga gerust door, wij proberen het opnieuw.', 'Not saved yet. Go on, we try again.'), false);
      later(patience[Math.min(failures++, patience.length - 1)]);
    } finally {
      isSending = false;
    }
  }

  // What was chosen before a lost connection or a closed tab, when no other device saved meanwhile.
  const kept = JSON.parse(localStorage.getItem(key) ?? 'null');
  if (kept && kept.version === version.value) {
    for (const [name, value] of Object.entries(kept.scores)) {
      const field = [...form.querySelectorAll('input[type=radio]')].find(one => one.name === name && one.value === value);
      if (field) {
        field.checked = true;
      }
    }

    later(0);
  } else if (kept) {
    localStorage.removeItem(key);
  }

  form.addEventListener('change', () => {
    localStorage.setItem(key, JSON.stringify({ version: version.value, scores: chosen() }));
    later(1);
  });

  // Sent as a form it is a newer version; what is kept here is then out of date by itself.
  form.addEventListener('submit', () => clearTimeout(timer));
  addEventListener('online', () => later(0));
}
