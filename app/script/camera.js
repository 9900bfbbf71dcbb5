// The camera and the eye: pictures in, the text of a QR out. `BarcodeDetector` where the browser has one, else our own
// reader, a wasm module that is loaded only then.

let stream = null;
let running = 0;

// The cameras that can be picked: the back one first, because that is the one an officer holds up.
export async function cameras() {
  const all = (await navigator.mediaDevices?.enumerateDevices?.()) ?? [];
  return all
    .filter((device) => device.kind === 'videoinput')
    .map((device) => ({ id: device.deviceId, label: device.label }));
}

// Full HD where there is one: a dense code needs two camera pixels a module, and the default of 640 gives fewer.
async function openCamera(id) {
  const wish = { width: { ideal: 1920 }, height: { ideal: 1080 }, focusMode: { ideal: 'continuous' } };
  return navigator.mediaDevices.getUserMedia({
    audio: false,
    video: id ? { ...wish, deviceId: { exact: id } } : { ...wish, facingMode: { ideal: 'environment' } },
  });
}

let detector;
async function eye(readerAddress) {
  if (detector) return detector;
  if ('BarcodeDetector' in window && (await BarcodeDetector.getSupportedFormats()).includes('qr_code')) {
    const native = new BarcodeDetector({ formats: ['qr_code'] });
    detector = async (source) => (await native.detect(source))[0]?.rawValue ?? null;
    return detector;
  }
  const reader = await import(readerAddress);
  await reader.default();
  const canvas = new OffscreenCanvas(1, 1);
  const pen = canvas.getContext('2d', { willReadFrequently: true });
  const attempt = (source, [x, y, width, height], longest) => {
    const scale = Math.min(1, longest / Math.max(width, height));
    canvas.width = Math.round(width * scale);
    canvas.height = Math.round(height * scale);
    pen.drawImage(source, x, y, width, height, 0, 0, canvas.width, canvas.height);
    const { data } = pen.getImageData(0, 0, canvas.width, canvas.height);
    return reader.read(data, canvas.width, canvas.height) ?? null;
  };
  // Our reader misses at one size what it sees at another: a moving picture gets one size a look, a still one all of them.
  const sizes = [960, 760, 880, 640];
  let look = 0;
  detector = async (source) => {
    if (!source.videoWidth) {
      const whole = [0, 0, source.width, source.height];
      return source.width && [1280, 1600, ...sizes].reduce((text, size) => text ?? attempt(source, whole, size), null);
    }
    // The square that the person sees.
    const side = Math.min(source.videoWidth, source.videoHeight);
    const square = [(source.videoWidth - side) / 2, (source.videoHeight - side) / 2, side, side];
    look += 1;
    return attempt(source, square, sizes[look % sizes.length]);
  };
  return detector;
}

// Loads the reader ahead of time, so that it is there when the network is not.
export const prepareEye = (readerAddress) => eye(readerAddress).then(() => true, () => false);

// Shows the camera in `video` and calls `found(text)` for each code that is read, at most ten pictures a second.
// Gives '' when the camera runs, else why not: 'none', 'refused', 'busy'.
export async function startCamera(video, id, readerAddress, found) {
  stopCamera();
  const turn = ++running;
  try {
    stream = await openCamera(id);
  } catch (error) {
    return { NotAllowedError: 'refused', NotReadableError: 'busy' }[error.name] ?? 'none';
  }
  if (turn !== running) { stopCamera(); return ''; }
  video.srcObject = stream;
  video.setAttribute('playsinline', '');
  await video.play().catch(() => {});
  const detect = await eye(readerAddress);
  const look = async () => {
    if (turn !== running) return;
    try {
      const text = await detect(video);
      if (text && turn === running) found(text);
    } catch { /* The next picture may be better. */ }
    setTimeout(look, 100);
  };
  look();
  return '';
}

export function stopCamera() {
  running += 1;
  stream?.getTracks().forEach((track) => track.stop());
  stream = null;
}

export const hasTorch = () => Boolean(stream?.getVideoTracks()[0]?.getCapabilities?.().torch);
export const setTorch = (on) => stream?.getVideoTracks()[0]?.applyConstraints({ advanced: [{ torch: on }] });

// Reads a code from a picture file; null where none is found.
export async function readPicture(file, readerAddress) {
  try {
    return await (await eye(readerAddress))(await createImageBitmap(file));
  } catch {
    return null;
  }
}
