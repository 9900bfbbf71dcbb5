// Makes target/site, all that a browser loads besides the pages themselves:
//   pkg/          styles, icons, scripts, wasm; each name carries the hash of its content, so each may be cached for ever
//   sw.js …       the service worker and what public/ holds
//   site.json     which names are current; the server reads it when it starts
// Options: --fast (no wasm-opt, quick compression) · --no-wasm (keeps the wasm of the last build, if any)
import { existsSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { bundle, pack } from "./browser.mjs";
import { hashOf, lastResult, step } from "./inputs.mjs";
import { compress, publishFolder, publishWorker, retire, versionOf } from "./publish.mjs";
import { buildSprite } from "./sprite.mjs";
import { buildStyle } from "./style.mjs";

const build = dirname(fileURLToPath(import.meta.url));
const root = dirname(build);
const site = join(root, "target", "site");
const fast = process.argv.includes("--fast");
// The modules of islands, each by its feature of `app`; a page names the one it needs (app/src/frame/module.rs).
const ISLANDS = ["entry", "holder", "officer"];
const withWasm = !process.argv.includes("--no-wasm");

async function hashed(name, content) {
  const file = `pkg/${name.replace(/(\.\w+)$/, `-${hashOf(content)}$1`)}`;
  await writeFile(join(site, file), content);
  return { name: file, files: [file] };
}

function made(name, inputs, make) {
  return step(site, name, [...inputs, join(build, "package-lock.json")], "", async () => hashed(name, await make()));
}

async function wasmModules() {
  const common = { root, build, site, fast };
  const made = {};
  for (const name of ISLANDS) {
    made[name] = withWasm ? await pack({ ...common, crate: `xinju-${name}`, name }) : await lastResult(site, name);
  }
  made.reader = withWasm ? await pack({ ...common, crate: "xinju-reader", name: "reader" }) : await lastResult(site, "reader");
  return made;
}

function printSizes(sizes) {
  const row = (a, b, c) => console.log(`${a.padEnd(34)}${String(b).padStart(10)}${String(c).padStart(10)}`);
  row("file", "bytes", fast ? "br (5)" : "br (11)");
  for (const { file, raw, br } of sizes) row(file, raw, br);
}

async function makeSite() {
  await mkdir(join(site, "pkg"), { recursive: true });
  const style = join(root, "style");
  const script = join(root, "app", "script");
  const css = await made("xinju.css", [style, join(build, "style.mjs")], () => buildStyle(join(style, "main.css")));
  const icons = await made("icons.svg", [join(build, "icons.json"), join(build, "drawing"), join(build, "sprite.mjs")], () => buildSprite(build));
  const small = existsSync(join(script, "small.js"))
    ? await made("small.js", [script], () => bundle(join(script, "small.js"), "iife"))
    : undefined;
  const { reader, ...islands } = await wasmModules();
  const published = await publishFolder(site, join(root, "public"));

  const filesOf = (...parts) => parts.flatMap((part) => part?.files ?? []);
  const assets = filesOf(css, icons, small, ...Object.values(islands), reader);
  const version = await versionOf(site, [...assets, ...published.files]);
  const urlsOf = (...parts) => filesOf(...parts).map((file) => `/${file}`);
  await publishWorker(site, join(root, "public", "sw.js"), {
    version,
    first: urlsOf(css, icons, small),
    holder: urlsOf(islands.holder),
    officer: urlsOf(islands.officer),
    reader: urlsOf(reader),
  });

  const sizes = await compress(site, [...assets, ...published.files, "sw.js"], fast);
  const modules = Object.fromEntries(ISLANDS.map((name) => [name, islands[name]?.name]));
  await writeFile(
    join(site, "site.json"),
    JSON.stringify({ css: css.name, icons: icons.name, modules, reader: reader?.files[0], small: small?.name, version }, null, 2),
  );
  await retire(site, assets, Date.now());
  printSizes(sizes);
}

makeSite().catch((error) => {
  console.error(`site: ${error.message}`);
  process.exitCode = 1;
});
