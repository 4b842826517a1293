// Passkeys: the one thing on the desk that a browser can't do without a script. Where it isn't possible, nothing of it shows.
const fromText = text => Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), letter => letter.charCodeAt(0));

function parse(options, isCreation) {
  const read = isCreation ? PublicKeyCredential.parseCreationOptionsFromJSON : PublicKeyCredential.parseRequestOptionsFromJSON;
  if (read) {
    return read.call(PublicKeyCredential, options);
  }

  options.challenge = fromText(options.challenge);
  if (options.user) {
    options.user.id = fromText(options.user.id);
  }

  for (const key of [...options.allowCredentials ?? [], ...options.excludeCredentials ?? []]) {
    key.id = fromText(key.id);
  }

  return options;
}

async function post(address, token, body) {
  const answer = await fetch(address, {
    method: 'POST',
    headers: { Accept: 'application/json', 'Content-Type': 'application/json', 'X-Form-Token': token },
    body: JSON.stringify(body ?? {}),
  });
  if (answer.status === 401 && address.includes('/account/')) {
    location.assign('/umbraco/sign-in/again?returnUrl=/umbraco/account');
  }

  if (!answer.ok) {
    throw new Error(String(answer.status));
  }

  return answer.json();
}

async function use(button, isCreation) {
  const form = button.form;
  const status = form.querySelector('[data-passkey-status]');
  const token = form.querySelector('input[name=__RequestVerificationToken]').value;
  const base = isCreation ? '/umbraco/account/passkeys' : '/umbraco/sign-in/passkey';
  status.textContent = '';
  try {
    const publicKey = parse(await post(`${base}/options`, token), isCreation);
    const credential = await (isCreation ? navigator.credentials.create({ publicKey }) : navigator.credentials.get({ publicKey }));
    const { url } = await post(base, token, {
      credential: JSON.stringify(credential),
      name: form.elements.name?.value,
      returnUrl: form.elements.returnUrl?.value,
    });
    location.assign(url);
  } catch {
    status.textContent = status.dataset.failed;
  }
}

if (globalThis.PublicKeyCredential) {
  for (const form of document.querySelectorAll('[data-passkey-form]')) {
    form.hidden = false;
  }

  for (const button of document.querySelectorAll('[data-passkey]')) {
    button.hidden = false;
    button.addEventListener('click', () => use(button, button.dataset.passkey === 'add'));
  }
}
