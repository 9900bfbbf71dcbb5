// What goes out as it is, the service worker, compressed siblings, and the end of files nobody needs any more.
import { copyFile, mkdir, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { dirname, join, relative } from "node:path";
import { promisify } from "node:util";
import zlib from "node:zlib";
import { transform } from "esbuild";
import { filesUnder, hashOf, step } from "./inputs.mjs";

const brotli = promisify(zlib.brotliCompress);
const gzip = promisify(zlib.gzip);
const COMPRESSED = /\.(css|js|wasm|svg|webmanifest|txt)$/;
const DAY = 24 * 60 * 60 * 1000;

export function publishFolder(site, folder) {
  return step(site, "public", [folder], "", async () => {
    const files = [];
    for (const file of await filesUnder(folder)) {
      const name = relative(folder, file);
      if (name === "sw.js") continue;
      await mkdir(dirname(join(site, name)), { recursive: true });
      await copyFile(file, join(site, name));
      files.push(name);
    }
    return { files };
  });
}

/** The worker learns its version and what it must hold before it may promise to work without a network. */
export async function publishWorker(site, source, { version, first, holder, officer, reader }) {
  const lists = { __VERSION__: version, __PRECACHE__: first, __HOLDER__: holder, __OFFICER__: officer, __READER__: reader };
  let script = await readFile(source, "utf8");
  for (const [slot, value] of Object.entries(lists)) {
    if (!script.includes(slot)) throw new Error(`${source} has no ${slot}`);
    script = script.replaceAll(slot, JSON.stringify(value));
  }
  const { code } = await transform(script, { minify: true, target: "chrome99" });
  await writeFile(join(site, "sw.js"), code);
}

/** Writes FILE.br and FILE.gz; gives the sizes for the table. */
export async function compress(site, files, fast) {
  const sizes = [];
  for (const file of files.filter((name) => COMPRESSED.test(name))) {
    const bytes = await readFile(join(site, file));
    const { br } = await step(site, `compressed-${file.replaceAll("/", "-")}`, [join(site, file)], `fast=${fast}`, async () => {
      const params = { [zlib.constants.BROTLI_PARAM_QUALITY]: fast ? 5 : 11, [zlib.constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
      const small = await brotli(bytes, { params });
      await writeFile(join(site, `${file}.br`), small);
      await writeFile(join(site, `${file}.gz`), await gzip(bytes, { level: 9 }));
      return { files: [`${file}.br`, `${file}.gz`], br: small.length };
    });
    sizes.push({ file, raw: bytes.length, br });
  }
  return sizes;
}

/**
 * Pages opened before an update still ask for its files: a file that is no longer named stays for a day,
 * counted from the build that first did without it.
 */
export async function retire(site, current, now) {
  const record = join(site, ".inputs", "retired.json");
  const retired = await readFile(record, "utf8").then(JSON.parse, () => ({}));
  const keep = new Set(current.map((file) => file.replace(/^pkg\//, "")));
  const still = {};
  for (const file of await readdir(join(site, "pkg"))) {
    if (keep.has(file.replace(/\.(br|gz)$/, ""))) continue;
    const since = retired[file] ?? now;
    if (now - since < DAY) still[file] = since;
    else {
      await rm(join(site, "pkg", file));
      await rm(join(site, ".inputs", `compressed-pkg-${file}.json`), { force: true });
    }
  }
  await writeFile(record, JSON.stringify(still));
}

export async function versionOf(site, files) {
  const parts = [];
  for (const file of files) parts.push(file, file.startsWith("pkg/") ? "" : await readFile(join(site, file)));
  return hashOf(...parts);
}
