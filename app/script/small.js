// The one script of every page. Each page is complete without it; it adds reading aloud, keys on the desk, a guard
// against sending a form twice by a double tap, and the worker that keeps the shells for when there is no network.

const page = document.documentElement;

// Read aloud: only with a voice that lives on the phone and speaks the page's language, so that nothing of the page is
// sent anywhere.
function offerReading(button) {
  const speech = window.speechSynthesis;
  if (!speech) return;
  const language = page.lang.split('-')[0];
  const wished = page.lang === 'zh-Hant' ? /zh-(TW|HK|Hant)/i : page.lang === 'zh-Hans' ? /zh-(CN|Hans)/i : /^en/i;
  const voice = () => {
    const local = speech.getVoices().filter((v) => v.localService && v.lang.toLowerCase().startsWith(language));
    return local.find((v) => wished.test(v.lang)) || local[0];
  };
  const show = () => { button.hidden = !voice(); };
  show();
  speech.addEventListener?.('voiceschanged', show);
  button.addEventListener('click', () => {
    if (speech.speaking) { speech.cancel(); return; }
    const main = document.querySelector('main');
    for (const part of main.querySelectorAll('h1,h2,h3,p,li,dt,dd,legend,label,button,a.button,td,th,summary')) {
      if (part.closest('[aria-hidden=true],[hidden]') || part.querySelector('p,li,h1,h2,h3')) continue;
      const words = part.innerText.trim();
      if (!words) continue;
      const saying = new SpeechSynthesisUtterance(words);
      saying.voice = voice();
      saying.lang = page.lang;
      speech.speak(saying);
    }
  });
}

document.querySelectorAll('[data-read-aloud]').forEach(offerReading);

// The error summary is the first thing to be read.
document.getElementById('errors')?.focus();

// A second press while the first is under way would be answered the same (the server sees to that), but costs a slow
// network twice.
document.addEventListener('submit', (event) => {
  const form = event.target;
  if (form.dataset.sent) { event.preventDefault(); return; }
  form.dataset.sent = 'yes';
  setTimeout(() => { delete form.dataset.sent; }, 8000);
});
window.addEventListener('pageshow', () => document.querySelectorAll('form').forEach((form) => delete form.dataset.sent));

// Keys of the desk: Ctrl with the key that an element names in data-key.
document.addEventListener('keydown', (event) => {
  if (!(event.ctrlKey || event.metaKey)) return;
  const target = document.querySelector(`[data-key="${CSS.escape(event.key)}"]`);
  if (!target) return;
  event.preventDefault();
  if (target.matches('input')) target.focus(); else target.click();
});

// A button that prints: paper needs no script on the phones that print by themselves.
document.querySelectorAll('[data-print]').forEach((button) => {
  button.hidden = false;
  button.addEventListener('click', () => window.print());
});

// Leave no trace: the form learns which key this phone holds, so that the server can stop it; then the store goes. The
// answer to the form clears the rest (Clear-Site-Data).
const pointOfPhone = () => new Promise((found) => {
  const store = indexedDB.open('xinju', 1);
  store.onupgradeneeded = () => store.transaction.abort();
  store.onerror = () => found('');
  store.onsuccess = () => {
    const point = store.result.transaction('wallet').objectStore('wallet').get('point');
    point.onerror = () => found('');
    point.onsuccess = () => {
      store.result.close();
      found(Array.from(point.result ?? [], (byte) => byte.toString(16).padStart(2, '0')).join(''));
    };
  };
});
document.querySelectorAll('form[data-leave-no-trace]').forEach((form) => {
  form.addEventListener('submit', async (event) => {
    if (form.elements.phone) return;
    event.preventDefault();
    event.stopPropagation();
    const phone = form.appendChild(document.createElement('input'));
    phone.type = 'hidden';
    phone.name = 'phone';
    const wait = new Promise((done) => setTimeout(done, 800, ''));
    phone.value = await Promise.race([pointOfPhone().catch(() => ''), wait]);
    navigator.serviceWorker?.controller?.postMessage({ type: 'leave-no-trace' });
    indexedDB.deleteDatabase('xinju');
    form.requestSubmit(event.submitter);
  });
});

if ('serviceWorker' in navigator && window.isSecureContext) {
  window.addEventListener('load', async () => {
    try {
      const worker = navigator.serviceWorker;
      const isFirst = !worker.controller;
      await worker.register('/sw.js');
      // A shell that was opened before the worker was there has not been kept by it yet.
      if (isFirst) (await worker.ready).active.postMessage({ type: 'renew-shells' });
    } catch { /* Without a worker the pages work as long as there is a network. */ }
  });
}
