// All numbers that need a running portal: memory, weights, verdicts, load. Rows go to the standard output.
import { holdAgainstNginx, restingMemory } from "./load.mjs";
import { openPortal, playwright } from "./portal.mjs";
import { timeVerdicts } from "./verdict.mjs";
import { weighPages } from "./weight.mjs";

const portal = await openPortal();
try {
  await restingMemory(portal, "memory, idle", 40);
  const browser = await playwright();
  try {
    await weighPages(browser, portal);
    await timeVerdicts(browser, portal);
  } finally {
    await browser.close();
  }
  portal.measureCode();
  await holdAgainstNginx(portal);
  await restingMemory(portal, "memory, after the load");
} finally {
  await portal.close();
}
