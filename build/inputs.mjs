// Work whose inputs did not change is not done again: each step keeps the hash of what it was made from.
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, readFile, readdir, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";

export const hashOf = (...parts) => {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(part).update("\0");
  return hash.digest("hex").slice(0, 10);
};

export async function filesUnder(path) {
  if (!existsSync(path)) return [];
  if (!(await stat(path)).isDirectory()) return [path];
  const entries = await readdir(path, { withFileTypes: true, recursive: true });
  return entries
    .filter((entry) => entry.isFile() && !(entry.parentPath ?? entry.path).includes("node_modules"))
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .sort();
}

/** What a step gave last, whatever its inputs are now; nothing if its files are gone. */
export async function lastResult(site, name) {
  const before = await readFile(recordOf(site, name), "utf8").then(JSON.parse, () => null);
  return before?.result.files.every((file) => existsSync(join(site, file))) ? before.result : undefined;
}

const recordOf = (site, name) => join(site, ".inputs", `${name}.json`);

/**
 * Runs `make` unless the same inputs gave a result before whose files still exist.
 * `inputs`: files and folders; `salt`: options that change the result.
 * `make` returns what later steps need, as JSON; the names under `files` are checked to exist.
 */
export async function step(site, name, inputs, salt, make) {
  const parts = [salt];
  for (const input of inputs) {
    for (const file of await filesUnder(input)) parts.push(file, await readFile(file));
  }
  const hash = hashOf(...parts);
  const record = recordOf(site, name);
  const before = await readFile(record, "utf8").then(JSON.parse, () => null);
  if (before?.hash === hash && before.result.files.every((file) => existsSync(join(site, file)))) {
    return before.result;
  }
  const started = Date.now();
  const result = await make();
  await mkdir(join(site, ".inputs"), { recursive: true });
  await writeFile(record, JSON.stringify({ hash, result }));
  console.log(`site: ${name} made in ${((Date.now() - started) / 1000).toFixed(1)} s`);
  return result;
}
