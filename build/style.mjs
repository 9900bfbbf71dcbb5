// The style sheets as one file: imports followed, nesting and light-dark() written out for phones of 2022.
import { bundleAsync } from "lightningcss";

const version = (major, minor = 0) => (major << 16) | (minor << 8);
// The oldest browsers that know cascade layers, on which the whole order of the sheets rests.
const TARGETS = { chrome: version(99), safari: version(15, 4), ios_saf: version(15, 4), firefox: version(97) };

export async function buildStyle(entry) {
  const { code, warnings } = await bundleAsync({ filename: entry, minify: true, targets: TARGETS });
  for (const warning of warnings) console.warn(`style: ${warning.message} (${warning.loc?.filename}:${warning.loc?.line})`);
  return code;
}
