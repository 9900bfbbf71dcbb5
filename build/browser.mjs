// The browser's wasm modules: cargo, wasm-bindgen, wasm-opt, esbuild, and one hash for the pair of files.
import { spawn } from "node:child_process";
import { copyFile, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { homedir } from "node:os";
import { join } from "node:path";
import * as esbuild from "esbuild";
import { hashOf, step } from "./inputs.mjs";

const TARGET = "wasm32-unknown-unknown";
// What rustc emits for this target; wasm-opt refuses what it is not told of.
const FEATURES = ["bulk-memory", "bulk-memory-opt", "call-indirect-overlong", "nontrapping-float-to-int", "sign-ext", "mutable-globals", "reference-types", "multivalue"];

export function run(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: "inherit", ...options });
    child.on("error", (error) => reject(new Error(`${command} does not start: ${error.message}`)));
    child.on("exit", (code) => (code === 0 ? resolve() : reject(new Error(`${command} ${args[0]} ended with ${code}`))));
  });
}

/** Cargo knows best what has changed (pages that only the server has do not count), so it is always asked. */
async function compile(root, crate) {
  // What goes out must not tell where it was built, and must come out the same everywhere.
  const crates = join(process.env.CARGO_HOME ?? join(homedir(), ".cargo"), "registry", "src");
  const config = `target.${TARGET}.rustflags=["--remap-path-prefix=${crates}=crates"]`;
  await run("cargo", ["build", "-p", crate, "--profile", "browser", "--target", TARGET, "--config", config], { cwd: root });
  return join(root, "target", TARGET, "browser", `${crate.replaceAll("-", "_")}.wasm`);
}

/**
 * `name`: first part of the file names. Gives pkg/NAME-HASH.js and pkg/NAME-HASH_bg.wasm.
 * The scripts that islands import are bundled in; exports keep their names, by which leptos finds the islands.
 */
export async function pack({ root, build, site, crate, name, fast }) {
  const raw = await compile(root, crate);
  return step(site, name, [raw, join(build, "browser.mjs"), join(build, "package-lock.json")], `fast=${fast}`, async () => {
    const work = join(root, "target", "site-work", name);
    await rm(work, { recursive: true, force: true });
    await mkdir(work, { recursive: true });
    await run("wasm-bindgen", ["--target", "web", "--no-typescript", "--out-dir", work, "--out-name", name, raw]);
    const wasmFile = join(work, `${name}_bg.wasm`);
    if (!fast) await shrink(build, wasmFile);
    const wasm = await readFile(wasmFile);
    const script = await bundle(join(work, `${name}.js`), "esm");

    const hash = hashOf(script, wasm);
    const hashed = `${name}-${hash}`;
    const files = [`pkg/${hashed}.js`, `pkg/${hashed}_bg.wasm`];
    // Called without an argument, the module looks for its wasm beside itself.
    await writeFile(join(site, files[0]), script.replaceAll(`${name}_bg.wasm`, `${hashed}_bg.wasm`));
    await copyFile(wasmFile, join(site, files[1]));
    return { name: hashed, files };
  });
}

async function shrink(build, file) {
  const optimiser = join(build, "node_modules/binaryen/bin/wasm-opt");
  const args = ["-Oz", "--strip-debug", "--strip-producers", ...FEATURES.map((feature) => `--enable-${feature}`), file, "-o", file];
  await run(process.execPath, [optimiser, ...args]);
}

export async function bundle(entry, format) {
  const { outputFiles } = await esbuild.build({
    entryPoints: [entry],
    bundle: true,
    minify: true,
    write: false,
    format,
    charset: "utf8",
    legalComments: "none",
    target: ["chrome99", "safari15.4", "firefox97"],
    logLevel: "warning",
    // wasm-bindgen names a script once for each block of functions taken from it; all mean the same module.
    logOverride: { "duplicate-object-key": "silent" },
  });
  return outputFiles[0].text;
}
