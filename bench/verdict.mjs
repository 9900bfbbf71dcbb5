// The verifier in a browser: the crate compiled as the browser's modules are, judging the phone's own code a thousand times.
import { mkdirSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { pack } from "../build/browser.mjs";
import { freePort, root } from "./portal.mjs";
import { print, progress } from "./row.mjs";

const TIMES = 1000;

async function module() {
  const site = join(root, "target/bench/site");
  mkdirSync(join(site, "pkg"), { recursive: true });
  const build = join(root, "build");
  const { files } = await pack({ root, build, site, crate: "xinju-bench-browser", name: "verifier", fast: false });
  return { script: files[0], files: Object.fromEntries(files.map((file) => [`/${file}`, readFileSync(join(site, file))])) };
}

/** A page of its own origin, isolated: else the browser's clock has steps of 0.1 ms. */
async function serve(files) {
  const types = { js: "text/javascript", wasm: "application/wasm" };
  const server = createServer((request, response) => {
    const bytes = files[request.url] ?? "<!doctype html><title>bench</title>";
    response.setHeader("Content-Type", types[request.url.split(".").pop()] ?? "text/html");
    response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
    response.setHeader("Cross-Origin-Embedder-Policy", "require-corp");
    response.end(bytes);
  });
  const port = await freePort();
  await new Promise((done) => server.listen(port, "127.0.0.1", done));
  return { address: `http://localhost:${port}`, close: () => server.close() };
}

export async function timeVerdicts(browser, { folder, told }) {
  progress("verdicts in the browser");
  const { script, files } = await module();
  files["/bundle"] = readFileSync(join(folder, "bundle.cbor"));
  const server = await serve(files);
  const page = await browser.newPage();
  await page.goto(server.address);
  const times = await page.evaluate(judgeOften, { script: `/${script}`, told, count: TIMES });
  await page.close();
  server.close();
  const against = { against: "budget 50 ms", limit: 50 };
  print("verify in the browser, the first after opening", times[0], "ms", against);
  times.sort((a, b) => a - b);
  print("verify in the browser, median of 1,000", times[TIMES / 2], "ms", against);
  print("verify in the browser, 99 of 100 are faster", times[TIMES * 0.99], "ms", against);
}

async function judgeOften({ script, told, count }) {
  const { default: start, Verifier } = await import(script);
  await start();
  const bundle = new Uint8Array(await (await fetch("/bundle")).arrayBuffer());
  const verifier = new Verifier(bundle);
  const times = [];
  for (let n = 0; n < count; n += 1) {
    const began = performance.now();
    const verdict = verifier.judge(told.text, told.aud, told.now);
    times.push(performance.now() - began);
    if (verdict !== "valid") throw new Error(`the verdict is ${verdict}`);
  }
  return times;
}
