// The service worker: shows the certificate and checks others' where there is no network.
// It holds shells, which name no person, and the files they need. What is personal lies in the
// phone's own store and never in these caches.

const CACHE = "xinju-" + __VERSION__;
const FIRST = __PRECACHE__; // what every page has loaded anyway: styles, icons, the small script
const READER = __READER__; // only cameras need it, and only where the phone has no reader of its own
// Who shows a certificate and who checks one are seldom the same: each shell is held with what it comes alive with,
// and with the shells that come alive with the same.
const MODULES = { holder: __HOLDER__, officer: __OFFICER__ };
const SHELLS = { "/wallet": "holder", "/scan": "officer", "/v": "officer" };
const OFFLINE = "/offline";

// No skipWaiting: pages that are open go on with the files they began with.
self.addEventListener("install", (event) => {
  event.waitUntil(install());
});

async function install() {
  const cache = await caches.open(CACHE);
  await hold(cache, FIRST);
  await renew(cache, OFFLINE);
  await holdShells(cache, await usedModules());
}

/** Who reads one page must not pay for the shells; who has opened one before, or has one open, wants it with its like. */
async function usedModules() {
  const open = await self.clients.matchAll({ includeUncontrolled: true, type: "window" });
  const paths = open.map((client) => new URL(client.url).pathname).filter((path) => path in SHELLS);
  for (const path of Object.keys(SHELLS)) {
    if (await caches.match(path)) paths.push(path);
  }
  return new Set(paths.map((path) => SHELLS[path]));
}

/** All or nothing: half of a shell would be a promise that breaks where there is no network. */
async function holdShells(cache, modules) {
  const paths = Object.keys(SHELLS).filter((path) => modules.has(SHELLS[path]));
  for (const module of modules) await hold(cache, MODULES[module]);
  await Promise.all(paths.map((path) => renew(cache, path)));
}

// By now no page uses the worker before this one, so its caches are nobody's.
self.addEventListener("activate", (event) => {
  event.waitUntil(
    (async () => {
      const names = await caches.keys();
      await Promise.all(names.filter((name) => name !== CACHE).map((name) => caches.delete(name)));
      await self.clients.claim();
    })(),
  );
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== self.location.origin) return;
  if (url.pathname.startsWith("/pkg/")) {
    event.respondWith(asset(request));
  } else if (request.mode === "navigate") {
    event.respondWith(url.pathname in SHELLS ? shell(event, url.pathname) : page(request));
  }
  // Anything else goes its way and is never kept.
});

/** Files with a hash in their name never change: what is held is right. */
async function asset(request) {
  const held = await caches.match(request);
  if (held) return held;
  const response = await fetch(request);
  if (response.ok) {
    const cache = await caches.open(CACHE);
    await cache.put(request, response.clone());
  }
  return response;
}

/** A shell opens at once from what is held and is renewed behind the person's back for the next time. */
async function shell(event, path) {
  const cache = await caches.open(CACHE);
  const held = await cache.match(path);
  const renewal = renew(cache, path);
  event.waitUntil(renewal.then(() => holdRest(cache, path)).catch(() => undefined));
  return held ?? renewal.catch(() => offline());
}

async function holdRest(cache, path) {
  const module = SHELLS[path];
  for (const other of Object.keys(SHELLS).filter((other) => SHELLS[other] === module)) {
    if (!(await cache.match(other))) await renew(cache, other);
  }
  await hold(cache, path === "/wallet" ? MODULES[module] : [...MODULES[module], ...READER]);
}

/** Pages about a person are never kept; without a network they are told so. */
async function page(request) {
  try {
    return await fetch(request);
  } catch {
    return offline();
  }
}

async function offline() {
  return (await caches.match(OFFLINE)) ?? Response.error();
}

/**
 * Fetches a shell and keeps it, but only together with every file it names: after an update of the server
 * a new shell beside old files would be a blank page without a network.
 */
async function renew(cache, path) {
  const response = await fetch(path, { cache: "reload", credentials: "same-origin" });
  if (!response.ok || response.redirected) throw new Error(`${path}: ${response.status}`);
  const text = await response.clone().text();
  await hold(cache, new Set(text.match(/\/pkg\/[\w.-]+\.(?:js|css|wasm|svg)/g)));
  await cache.put(path, response.clone());
  return response;
}

/** Names carry a hash, so a copy that the browser already has is as good as a new one. */
async function hold(cache, urls) {
  await Promise.all([...urls].map(async (url) => (await cache.match(url)) ?? cache.add(url)));
}

self.addEventListener("message", (event) => {
  // On a shared phone: everything this worker ever kept goes. The page waits for the answer.
  if (event.data?.type === "leave-no-trace") {
    event.waitUntil(
      (async () => {
        for (const name of await caches.keys()) await caches.delete(name);
        event.ports[0]?.postMessage("done");
      })(),
    );
  }
  // After a change of language: the shells must speak it too.
  if (event.data?.type === "renew-shells") {
    event.waitUntil(
      (async () => {
        const cache = await caches.open(CACHE);
        await renew(cache, OFFLINE);
        await holdShells(cache, await usedModules());
      })().catch(() => undefined),
    );
  }
});
