// Draws the icons of the installed app into public/ with Chromium. Run by hand when the mark changes:
//   node build/app-icons.mjs
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { run } from "./browser.mjs";

const build = dirname(fileURLToPath(import.meta.url));
const publicFolder = join(dirname(build), "public");
const DOOR = "#0b5563";
const PAPER = "#f8f3e8";

// `mark`: its share of the width. Launchers cut a maskable icon down to its inner 80 %; iOS rounds the corners itself.
const ICONS = [
  { file: "icon-192.png", size: 192, mark: 0.62, round: 0.22 },
  { file: "icon-512.png", size: 512, mark: 0.62, round: 0.22 },
  { file: "icon-maskable-192.png", size: 192, mark: 0.5, round: 0 },
  { file: "icon-maskable-512.png", size: 512, mark: 0.5, round: 0 },
  { file: "apple-touch-icon.png", size: 180, mark: 0.58, round: 0 },
];

const drawing = await readFile(join(build, "drawing", "mark.svg"), "utf8");
const work = await mkdtemp(join(tmpdir(), "app-icons-"));
for (const { file, size, mark, round } of ICONS) {
  const side = size * mark;
  const inset = (size - side) / 2;
  const inner = drawing.replace("<svg ", `<svg x="${inset}" y="${inset}" width="${side}" height="${side}" color="${PAPER}" `);
  const page = join(work, `${file}.html`);
  await writeFile(
    page,
    `<body style="margin:0"><svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}" style="display:block">` +
      `<rect width="${size}" height="${size}" rx="${size * round}" fill="${DOOR}"/>${inner}</svg>`,
  );
  await run("chromium", [
    "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--default-background-color=00000000",
    `--user-data-dir=${join(work, "profile")}`, `--window-size=${size},${size}`,
    `--screenshot=${join(publicFolder, file)}`, pathToFileURL(page).href,
  ], { stdio: "ignore" });
}
await rm(work, { recursive: true, force: true });
