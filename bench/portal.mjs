// A portal to be measured: the server over the folder that `bench portal` made, and what is asked of its process.
import { execFileSync, spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

export const root = resolve(import.meta.dirname, "..");
const programs = resolve(root, "target", process.env.XINJU_BENCH_PROFILE ?? "release");

const started = new Set();
const folders = new Set();

/** Starts a program that ends with the bench, whatever ends that. */
export function start(command, args, options) {
  const child = spawn(command, args, options);
  started.add(child);
  child.once("exit", () => started.delete(child));
  return child;
}

/** A folder that goes with the bench. */
export function makeFolder(name) {
  const folder = mkdtempSync(join(tmpdir(), `xinju-${name}-`));
  folders.add(folder);
  return folder;
}

process.once("SIGTERM", () => process.exit(143));
process.once("SIGINT", () => process.exit(130));
process.once("exit", () => {
  for (const child of started) child.kill("SIGTERM");
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

export const pause = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));

export function freePort() {
  return new Promise((done, fail) => {
    const probe = createServer();
    probe.once("error", fail);
    probe.listen(0, "127.0.0.1", () => {
      const { port } = probe.address();
      probe.close(() => done(port));
    });
  });
}

/** Waits until the address answers. */
export async function answering(address, process) {
  for (const deadline = Date.now() + 20_000; Date.now() < deadline; await pause(100)) {
    if (process.exitCode !== null) throw new Error(`${process.spawnfile} ended`);
    const answer = await fetch(address).catch(() => null);
    if (answer?.ok) return;
  }
  throw new Error(`${address} does not answer`);
}

export async function end(process, signal = "SIGTERM") {
  if (process.exitCode !== null) return;
  const gone = new Promise((done) => process.once("exit", done));
  process.kill(signal);
  await Promise.race([gone, pause(15_000).then(() => process.kill("SIGKILL"))]);
}

export async function openPortal() {
  const folder = makeFolder("bench");
  const port = await freePort();
  const origin = `http://localhost:${port}`;
  execFileSync(join(programs, "bench"), ["portal", folder, origin], { stdio: ["ignore", "inherit", "inherit"] });
  const server = start(join(programs, "server"), ["serve"], {
    env: {
      PATH: process.env.PATH,
      XINJU_DATA: folder,
      XINJU_ORIGIN: origin,
      XINJU_LISTEN: `127.0.0.1:${port}`,
      XINJU_SITE: join(root, "target/site"),
      // One client makes all the load.
      XINJU_REQUESTS_PER_SECOND: "10000",
      RUST_LOG: "warn",
    },
    stdio: ["ignore", "ignore", "inherit"],
  });
  await answering(`${origin}/readyz`, server);
  return {
    origin,
    folder,
    told: JSON.parse(readFileSync(join(folder, "bench.json"), "utf8")),
    /** Resident memory in MB. */
    memory: () => Number(readFileSync(`/proc/${server.pid}/status`, "utf8").match(/VmRSS:\s+(\d+)/)[1]) / 1024,
    /** The rows that need the portal's folder and no server. */
    measureCode: () => execFileSync(join(programs, "bench"), ["code", folder], { stdio: ["ignore", "inherit", "inherit"] }),
    close: () => end(server),
  };
}

/** The browser of the journeys. */
export async function playwright() {
  const { createRequire } = await import("node:module");
  const { chromium } = createRequire(join(root, "end2end/package.json"))("@playwright/test");
  const executablePath = execFileSync("/bin/sh", ["-c", "command -v chromium"]).toString().trim();
  return chromium.launch({
    executablePath,
    args: [
      "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync",
      "--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream",
    ],
  });
}
