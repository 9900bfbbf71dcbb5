// What only the phone has: the holder's key, its own store, its screen. The rules are in Rust; this file has none.
//
// The store is one IndexedDB database, `xinju`, with three shelves:
//   wallet  – `key` (CryptoKeyPair), `point` (its public half, 65 bytes), `holding` (the certificates, as JSON)
//   queue   – registrations that wait for the network, by idempotency key
//   desk    – the newest bundle, the scans of this day

const NAME = 'xinju';
const SHELVES = ['wallet', 'queue', 'desk'];

function open() {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(NAME, 1);
    request.onupgradeneeded = () => SHELVES.forEach((shelf) => request.result.createObjectStore(shelf));
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

// Resolves only when the transaction is complete: from then on a closed browser loses nothing.
async function on(shelf, mode, act) {
  const database = await open();
  try {
    return await new Promise((resolve, reject) => {
      const transaction = database.transaction(shelf, mode, { durability: 'strict' });
      const request = act(transaction.objectStore(shelf));
      transaction.oncomplete = () => resolve(request.result);
      transaction.onabort = transaction.onerror = () => reject(transaction.error);
    });
  } finally {
    database.close();
  }
}

export const keep = (shelf, name, value) => on(shelf, 'readwrite', (s) => s.put(value, name));
export const take = (shelf, name) => on(shelf, 'readonly', (s) => s.get(name));
export const drop = (shelf, name) => on(shelf, 'readwrite', (s) => s.delete(name));
export const all = (shelf) => on(shelf, 'readonly', (s) => s.getAll());

// Everything of ours leaves this phone.
export function clearPhone() {
  return new Promise((resolve) => {
    const request = indexedDB.deleteDatabase(NAME);
    request.onsuccess = request.onerror = request.onblocked = () => resolve();
  });
}

// The key cannot be read out, not even by this page; it only signs.
export async function makeKey() {
  const key = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, false, ['sign', 'verify']);
  const point = new Uint8Array(await crypto.subtle.exportKey('raw', key.publicKey));
  return { key, point };
}

export async function sign(key, bytes) {
  return new Uint8Array(await crypto.subtle.sign({ name: 'ECDSA', hash: 'SHA-256' }, key.privateKey, bytes));
}

// Asks the phone not to sweep the store away when space is short.
export const persist = async () => (await navigator.storage?.persist?.()) ?? false;

// Keeps the screen awake while the code is shown; the phone takes the lock away when the page is hidden.
let awake = null;
export async function stayAwake() {
  try { awake = await navigator.wakeLock?.request('screen'); } catch { awake = null; }
}
export function letSleep() { awake?.release(); awake = null; }

// A gate of the screen: the phone's own lock, asked before everything is shown. No server judges the answer.
export async function askForOwner() {
  if (!window.PublicKeyCredential) return false;
  try {
    const answer = await navigator.credentials.get({
      publicKey: { challenge: crypto.getRandomValues(new Uint8Array(32)), userVerification: 'required', timeout: 60000 },
    });
    return Boolean(answer);
  } catch {
    return false;
  }
}

// Sends bytes or JSON; gives {status, json, bytes}. Status 0 means that nothing arrived.
export async function send(method, address, type, body) {
  try {
    const response = await fetch(address, {
      method,
      body: body ?? undefined,
      headers: type ? { 'Content-Type': type } : {},
      credentials: 'same-origin',
      redirect: 'manual',
      // What is kept is asked about again, so that the answer and its date are of now.
      cache: 'no-cache',
      signal: AbortSignal.timeout(15000),
    });
    const bytes = new Uint8Array(await response.arrayBuffer());
    return { status: response.status, bytes, date: response.headers.get('Date') ?? '' };
  } catch {
    return { status: 0, bytes: new Uint8Array(), date: '' };
  }
}

export const randomBytes = (count) => crypto.getRandomValues(new Uint8Array(count));
export const dateSeconds = (text) => Date.parse(text) / 1000;
export const unixSeconds = () => Date.now() / 1000;
export const isOnline = () => navigator.onLine;

// Takes the fragment out of the address bar and the history before anybody can look at it.
export function takeFragment() {
  const fragment = location.hash.slice(1);
  if (fragment) history.replaceState(null, '', location.pathname + location.search);
  return fragment;
}

// The sounds of the verdicts: good rises, care is one note, bad falls. Each vibrates differently, too.
export function ring(kind) {
  const patterns = { good: [80], care: [80, 80, 80], bad: [300, 100, 300] };
  navigator.vibrate?.(patterns[kind]);
  try {
    const audio = new AudioContext();
    const notes = { good: [660, 880], care: [520, 520], bad: [330, 220] }[kind];
    notes.forEach((frequency, place) => {
      const note = audio.createOscillator();
      const volume = audio.createGain();
      volume.gain.value = 0.15;
      note.frequency.value = frequency;
      note.connect(volume).connect(audio.destination);
      note.start(audio.currentTime + place * 0.16);
      note.stop(audio.currentTime + place * 0.16 + 0.14);
    });
    setTimeout(() => audio.close(), 800);
  } catch { /* A phone without sound still shows and vibrates. */ }
}

export const onEvent = (name, act) => window.addEventListener(name, act);
export const onVisible = (act) => document.addEventListener('visibilitychange', () => { if (!document.hidden) act(); });
export const toTop = () => window.scrollTo(0, 0);
export const goTo = (address) => { location.href = address; };

// What the page gives to its island, in the data of one element.
export const given = (name) => document.getElementById('given')?.dataset[name] ?? '';
