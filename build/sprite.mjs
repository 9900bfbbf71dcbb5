// One file of SVG symbols with only the glyphs that pages use.
import { readFile, readdir } from "node:fs/promises";
import { basename, join } from "node:path";

const LAMP = "#ffb83d";
const LAMP_INK = "#17292d";
// No stroke width: the class of the <svg> decides it, because one drawing serves 24 and 44 pixels.
const OUTLINE = 'fill="none" stroke="currentColor" stroke-linecap="round" stroke-linejoin="round"';

async function tablerLines(folder, name) {
  const svg = await readFile(join(folder, `${name}.svg`), "utf8").catch(() => {
    throw new Error(`icons.json asks for "${name}", which @tabler/icons does not have`);
  });
  return [...svg.matchAll(/<(?:path|circle|rect|line|polyline)\b[^>]*>/g)]
    .map(([shape]) => shape)
    .filter((shape) => !shape.includes('stroke="none"'));
}

/** A service's pictogram: one part filled with lamp under the line, lines on the fill in lamp-ink. */
function service(name, lines, { fill, linesOnFill = [] }) {
  const drawn = lines.map((line, i) => (linesOnFill.includes(i) ? line.replace("<path", `<path stroke="${LAMP_INK}"`) : line));
  return `<symbol id="service-${name}" viewBox="0 0 24 24" ${OUTLINE}><g fill="${LAMP}" stroke="none">${fill}</g>${drawn.join("")}</symbol>`;
}

async function ownSymbol(file) {
  const svg = await readFile(file, "utf8");
  const viewBox = svg.match(/viewBox="([^"]+)"/)[1];
  const body = svg.slice(svg.indexOf(">") + 1, svg.lastIndexOf("</svg>"));
  return `<symbol id="${basename(file, ".svg")}" viewBox="${viewBox}">${body}</symbol>`;
}

export async function buildSprite(build) {
  const tabler = join(build, "node_modules/@tabler/icons/icons/outline");
  const list = JSON.parse(await readFile(join(build, "icons.json"), "utf8"));
  const wanted = [...list.glyphs.map((name) => [name, name]), ...Object.entries(list.renamed)];
  const symbols = [];
  for (const [id, glyph] of wanted) {
    symbols.push(`<symbol id="${id}" viewBox="0 0 24 24" ${OUTLINE}>${(await tablerLines(tabler, glyph)).join("")}</symbol>`);
  }
  for (const [name, how] of Object.entries(list.services)) {
    symbols.push(service(name, await tablerLines(tabler, name), how));
  }
  const own = (await readdir(join(build, "drawing"))).filter((file) => file.endsWith(".svg")).sort();
  for (const file of own) symbols.push(await ownSymbol(join(build, "drawing", file)));
  const sprite = `<svg xmlns="http://www.w3.org/2000/svg">${symbols.join("")}</svg>`;
  return sprite.replace(/\s+/g, " ").replace(/" \/>/g, '"/>').replace(/> </g, "><");
}
