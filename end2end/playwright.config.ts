import { execSync } from 'node:child_process';
import { defineConfig } from '@playwright/test';

// The browser is the system's own Chromium: nothing is downloaded.
export const chromium = execSync('command -v chromium', { shell: '/bin/sh' }).toString().trim();

export const quiet = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

export const phone = { viewport: { width: 360, height: 740 }, deviceScaleFactor: 2, hasTouch: true, isMobile: true };

export default defineConfig({
  testDir: 'tests',
  outputDir: 'results',
  timeout: 180_000,
  expect: { timeout: 10_000 },
  // Each worker has a portal of its own; two fit on two cores.
  workers: 2,
  fullyParallel: false,
  forbidOnly: Boolean(process.env.CI),
  retries: 0,
  reporter: [['list']],
  use: {
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    launchOptions: { executablePath: chromium, args: quiet },
    trace: 'retain-on-failure',
    actionTimeout: 10_000,
    ...phone,
  },
});
