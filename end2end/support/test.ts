// What every journey starts from: a portal for its file, people who sign in, a judge of accessibility.

import AxeBuilder from '@axe-core/playwright';
import { type BrowserContext, type Page, test as base, expect } from '@playwright/test';
import { type Person, Portal } from './portal.ts';

export { expect };
export { pause } from './portal.ts';

type Fixtures = { signIn: (person: Person, context?: BrowserContext) => Promise<Page> };

export const test = base.extend<Fixtures, { portal: Portal }>({
  portal: [
    async ({}, use) => {
      const portal = await Portal.start();
      await use(portal);
      await portal.stop();
    },
    { scope: 'worker', timeout: 60_000 },
  ],

  baseURL: async ({ portal }, use) => use(portal.origin),

  // Opens the person's one-time link and presses its button.
  signIn: async ({ portal, context }, use) => {
    await use(async (person, own = context) => {
      const page = await own.newPage();
      await page.goto(portal.link(person));
      await page.getByRole('main').getByRole('button').first().click();
      await page.waitForURL((address) => !address.pathname.startsWith('/sign-in'));
      return page;
    });
  },
});

/** Every page in every state is judged: WCAG 2.2 A and AA. */
export async function expectAccessible(page: Page) {
  const result = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']).analyze();
  const faults = result.violations.map((fault) => `${fault.id}: ${fault.nodes.map((node) => node.html).join(' | ')}`);
  expect(faults, `accessibility of ${page.url()}`).toEqual([]);
  expect(await page.locator('h1').count(), `one heading on ${page.url()}`).toBe(1);
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(overflow, `nothing scrolls sideways on ${page.url()}`).toBeLessThanOrEqual(0);
}

/** A passkey in this browser that always finds its owner present. */
export async function addAuthenticator(page: Page) {
  const session = await page.context().newCDPSession(page);
  await session.send('WebAuthn.enable');
  const { authenticatorId } = await session.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  return { session, authenticatorId };
}
