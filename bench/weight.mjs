// What a page weighs on its way through the network, headers included, in a browser that was never here before. The service
// worker stays out: it would fetch files of the page in its own name, and the page would seem to weigh less than it does.
import { print, progress } from "./row.mjs";

const KB = 1024;

/** Name, address, who opens it (a session of bench.json; nobody if empty), budget in KB, and whether the browser reads QR codes. */
const pages = (told) => [
  ["home", "/", "", 25],
  ["sign-in", "/sign-in", "", 160],
  ["question page", "/certificate/apply/name", told.applicant, 25],
  ["status page", `/certificate/${told.reference}`, told.holder, 25],
  ["wallet", "/wallet", told.holder, 170],
  ["verifier /v", `/v#${told.text.split("#")[1]}`, "", 260],
  ["scanner /scan, the phone reads codes", "/scan", told.officer, 260, true],
  ["scanner /scan, with our reader", "/scan", told.officer, 260, false],
  ["desk", "/desk/applications", told.officer, 25],
];

/** As Chrome on Android has it. */
function lendDetector() {
  window.BarcodeDetector = class {
    static getSupportedFormats = async () => ["qr_code"];
    detect = async () => [];
  };
}

async function weigh(browser, origin, [, path, token, , readsCodes]) {
  const context = await browser.newContext({
    viewport: { width: 360, height: 740 },
    isMobile: true,
    hasTouch: true,
    locale: "zh-CN",
    permissions: ["camera"],
    serviceWorkers: "block",
  });
  if (token) await context.addCookies([{ name: "__Host-session", value: token, url: origin.replace("http:", "https:"), secure: true, httpOnly: true }]);
  if (readsCodes) await context.addInitScript(lendDetector);
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send("Network.enable");
  const names = new Map();
  const parts = new Map();
  session.on("Network.responseReceived", ({ requestId, response }) => names.set(requestId, new URL(response.url).pathname));
  session.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => parts.set(requestId, encodedDataLength));
  const answer = await page.goto(origin + path, { waitUntil: "networkidle" });
  // Where the browser has no eye of its own, the scanner loads one as soon as its camera runs.
  const isWhole = () => readsCodes !== false || [...names.values()].some((name) => /reader.*wasm/.test(name));
  for (const deadline = Date.now() + 8000; !isWhole() && Date.now() < deadline; ) await page.waitForTimeout(100);
  await page.waitForTimeout(700);
  const arrived = new URL(page.url()).pathname;
  if (!answer.ok() || arrived !== path.split("#")[0]) throw new Error(`${path} answered ${answer.status()} at ${arrived}`);
  await context.close();
  if (process.env.XINJU_BENCH_PARTS) for (const [id, bytes] of parts) console.error(`    ${path.slice(0, 30)} ${names.get(id)} ${bytes}`);
  return [...parts.values()].reduce((sum, bytes) => sum + bytes, 0) / KB;
}

export async function weighPages(browser, { origin, told }) {
  progress("page weights");
  for (const row of pages(told)) {
    const [name, , , limit] = row;
    const weight = await weigh(browser, origin, row);
    print(`weight: ${name}`, weight, "KB", { against: `budget ${limit} KB`, limit });
  }
}
