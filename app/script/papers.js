// Papers over a slow network: a photo is made smaller on the phone, sent in pieces, and after a break sending goes on
// where it stopped. Whatever cannot be done here is left to the plain form.

const PIECE = 64 * 1024;
const LONGEST = { photo: 1200 };
const LONGEST_ELSE = 2400;
const WAIT = 4000;

const sleep = (time) => new Promise((done) => setTimeout(done, time));

// The picture as JPEG with at most so many pixels a side, upright; the file itself if that is smaller or no picture.
// Phones that take HEIC can read it here, and so it becomes a JPEG.
async function shrink(file, kind) {
  if (!file.type.startsWith('image/')) return file;
  try {
    const picture = await createImageBitmap(file, { imageOrientation: 'from-image' });
    const scale = Math.min(1, (LONGEST[kind] ?? LONGEST_ELSE) / Math.max(picture.width, picture.height));
    const canvas = document.createElement('canvas');
    canvas.width = Math.max(1, Math.round(picture.width * scale));
    canvas.height = Math.max(1, Math.round(picture.height * scale));
    const pen = canvas.getContext('2d');
    pen.fillStyle = '#fff';
    pen.fillRect(0, 0, canvas.width, canvas.height);
    pen.drawImage(picture, 0, 0, canvas.width, canvas.height);
    picture.close();
    const small = await new Promise((done) => canvas.toBlob(done, 'image/jpeg', 0.85));
    const isReadable = ['image/jpeg', 'image/png', 'image/webp'].includes(file.type);
    return small && (small.size < file.size || !isReadable) ? small : file;
  } catch {
    return file;
  }
}

// An answer of ours, or nothing when the network is away.
async function ask(address, options) {
  try {
    const answer = await fetch(address, { ...options, signal: AbortSignal.timeout(60000) });
    return { status: answer.status, body: await answer.json().catch(() => ({})) };
  } catch {
    return null;
  }
}

async function askUntilAnswered(address, options, tell) {
  for (;;) {
    const answer = await ask(address, options);
    if (answer && answer.status < 500) return answer;
    tell();
    await sleep(WAIT);
  }
}

// The same file chosen again in this tab goes on where it stopped.
const noteOf = (holder, kind, file, blob) =>
  `paper ${holder} ${kind} ${file.name} ${file.size} ${file.lastModified} ${blob.size}`;

async function send(holder, kind, file, blob, words, tell) {
  const note = noteOf(holder, kind, file, blob);
  const waits = () => tell(words.waiting);
  let id = sessionStorage.getItem(note);
  let at = 0;
  if (id) {
    const known = await askUntilAnswered(`/api/paper/${id}`, {}, waits);
    if (known.status === 200) at = known.body.at;
    else id = null;
  }
  if (!id) {
    const wish = { holder, kind, size: blob.size };
    const headers = { 'content-type': 'application/json' };
    const begun = await askUntilAnswered('/api/paper', { method: 'POST', headers, body: JSON.stringify(wish) }, waits);
    if (begun.status !== 200) return begun;
    id = begun.body.id;
    sessionStorage.setItem(note, id);
  }
  for (;;) {
    tell(words.sending.replace('{percent}', Math.floor((100 * at) / blob.size)));
    const piece = blob.slice(at, at + PIECE);
    const address = `/api/paper/${id}?holder=${encodeURIComponent(holder)}&at=${at}`;
    const headers = { 'content-type': 'application/octet-stream' };
    const answer = await askUntilAnswered(address, { method: 'POST', headers, body: piece }, waits);
    if (answer.status !== 200 || answer.body.done) {
      sessionStorage.removeItem(note);
      return answer;
    }
    at = answer.body.at;
  }
}

// Takes over the forms with a file on this page. `holder` is `draft` or a reference.
export function takeOver(holder, shrinking, sending, waiting) {
  const words = { shrinking, sending, waiting };
  for (const form of document.querySelectorAll('form[enctype="multipart/form-data"]')) {
    const input = form.querySelector('input[type=file]');
    const message = document.createElement('p');
    message.className = 'small';
    message.setAttribute('role', 'status');
    form.append(message);
    let isSending = false;
    const tell = (text) => {
      if (message.textContent !== text) message.textContent = text;
    };
    form.addEventListener('submit', async (event) => {
      const file = input.files[0];
      if (!file || isSending) {
        if (isSending) event.preventDefault();
        return;
      }
      event.preventDefault();
      isSending = true;
      const kind = new FormData(form).get('kind');
      tell(words.shrinking);
      const blob = await shrink(file, kind);
      const answer = await send(holder, kind, file, blob, words, tell);
      isSending = false;
      if (answer.status === 200) {
        const page = new URL(form.action);
        page.pathname = page.pathname.replace(/\/add(\/[a-z-]+)?$/, '');
        page.searchParams.set('added', kind);
        location.assign(page);
      } else if (answer.status === 422) {
        tell(answer.body.words);
        message.className = 'field__error';
        input.setAttribute('aria-invalid', 'true');
      } else {
        // Signed out, gone, too many: the plain form tells that with a page.
        form.submit();
      }
    });
  }
}
