// Passkeys: the browser's own functions, with options and answers as JSON. A browser runs one request at a time, so each
// new one aborts the one that is pending: autofill waits for as long as the page is open.

let pending = null;

function anew() {
  pending?.abort();
  pending = new AbortController();
  return pending.signal;
}

const bytes = (text) => Uint8Array.from(atob(text.replace(/-/g, '+').replace(/_/g, '/')), (c) => c.charCodeAt(0));

function text(buffer) {
  let binary = '';
  for (const byte of new Uint8Array(buffer)) binary += String.fromCharCode(byte);
  return btoa(binary).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
}

// Browsers of before 2025 know passkeys but not their JSON.
function creation(options) {
  if (PublicKeyCredential.parseCreationOptionsFromJSON) return PublicKeyCredential.parseCreationOptionsFromJSON(options);
  const ids = (options.excludeCredentials || []).map((one) => ({ ...one, id: bytes(one.id) }));
  const user = { ...options.user, id: bytes(options.user.id) };
  return { ...options, challenge: bytes(options.challenge), user, excludeCredentials: ids };
}

function request(options) {
  if (PublicKeyCredential.parseRequestOptionsFromJSON) return PublicKeyCredential.parseRequestOptionsFromJSON(options);
  const ids = (options.allowCredentials || []).map((one) => ({ ...one, id: bytes(one.id) }));
  return { ...options, challenge: bytes(options.challenge), allowCredentials: ids };
}

function answer(credential) {
  if (credential.toJSON) return JSON.stringify(credential.toJSON());
  const { response } = credential;
  const parts = {};
  for (const name of ['clientDataJSON', 'attestationObject', 'authenticatorData', 'signature', 'userHandle']) {
    if (response[name]) parts[name] = text(response[name]);
  }
  if (response.getTransports) parts.transports = response.getTransports();
  return JSON.stringify({
    id: credential.id,
    rawId: text(credential.rawId),
    type: credential.type,
    response: parts,
    clientExtensionResults: credential.getClientExtensionResults(),
  });
}

// Each of these gives {answer} or {fault}: the name of what the browser says.
async function tried(act) {
  try {
    return { answer: answer(await act()) };
  } catch (error) {
    return { fault: error?.name || 'Error' };
  }
}

export const hasPasskeys = () => typeof PublicKeyCredential === 'function' && !!navigator.credentials;

export async function hasAutofill() {
  return hasPasskeys() && !!(await PublicKeyCredential.isConditionalMediationAvailable?.());
}

export const ask = (options, quietly) =>
  tried(() => navigator.credentials.get({
    publicKey: request(JSON.parse(options)),
    signal: anew(),
    ...(quietly ? { mediation: 'conditional' } : {}),
  }));

export const make = (options) =>
  tried(() => navigator.credentials.create({ publicKey: creation(JSON.parse(options)), signal: anew() }));

export const shared = () => !!document.querySelector('input[name=shared]:checked');

export const proveAddress = () => '/sign-in/prove?next=' + encodeURIComponent(location.pathname);
