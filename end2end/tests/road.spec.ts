// The main road, walked by four people with real passkeys, real cameras and no network where there is none.

import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { WANG, fillIn, picture, send } from '../support/apply.ts';
import { film, withCamera } from '../support/camera.ts';
import { addAuthenticator, expect, expectAccessible, test } from '../support/test.ts';

test.describe.configure({ mode: 'serial' });

let reference = '';
let code = { text: '', picture: Buffer.alloc(0) };

test('a resident applies on a phone, the office asks one question back, gets its answer and issues', async ({
  browser,
  signIn,
  portal,
}) => {
  const wang = await signIn('wang');
  await fillIn(wang, WANG, expectAccessible);
  reference = await send(wang);
  await expectAccessible(wang);
  await portal.letter((letter) => letter.includes(reference));

  const desk = await browser.newContext({ viewport: { width: 1280, height: 800 }, deviceScaleFactor: 1, isMobile: false, hasTouch: false });
  const issuing = await signIn('issuing', desk);
  await issuing.goto('/desk/applications');
  await expectAccessible(issuing);
  await issuing.locator('.queue__item', { hasText: reference }).click();
  await expectAccessible(issuing);
  await issuing.getByRole('link', { name: /再补材料/ }).click();
  await expectAccessible(issuing);
  await issuing.locator('textarea').fill('身份证照片有反光，请在窗边再拍一张。');
  const reopened = issuing.locator('main input[type=checkbox]');
  if (await reopened.count()) await reopened.last().check();
  await issuing.locator('main form button.button, .desk-actions button.button').last().click();
  await expect(issuing.getByText('等对方 1')).toBeVisible();

  await wang.goto('/');
  await expect(wang.locator('.panel--lit')).toContainText('等您来办');
  await expectAccessible(wang);
  await wang.goto(`/certificate/${reference}`);
  await expect(wang.getByRole('main')).toContainText('请在窗边再拍一张');
  await expectAccessible(wang);
  await answerInPlace(wang);

  await issuing.goto(`/desk/applications/${reference}`);
  await issuing.getByRole('button', { name: /^发证/ }).click();
  await expect(issuing.getByRole('main')).toContainText(/发/);
  await wang.goto(`/certificate/${reference}`);
  await expectAccessible(wang);
  await wang.goto('/certificate');
  await expect(wang.getByRole('main')).toContainText('有效');
  await desk.close();
});

async function answerInPlace(page: Page) {
  const file = page.locator('main input[type=file]').first();
  if (await file.count()) {
    await file.setInputFiles(await picture(page, 'navy'));
    await page.getByRole('button', { name: '放上去' }).first().click();
    await expect(page.getByRole('main')).toContainText(/拿掉|这次补的/);
  }
  await page.getByRole('button', { name: /补好了|交上去|回复|答复|发给/ }).last().click();
  await expect(page.getByRole('main')).toContainText(/轮到/);
}

test('the certificate comes onto the phone with a passkey, and its code reads as valid elsewhere', async ({
  signIn,
  portal,
}) => {
  const wang = await signIn('wang');
  await addAuthenticator(wang);
  await wang.goto('/wallet/add');
  await expectAccessible(wang);
  await wang.getByRole('button', { name: /放进来|用指纹/ }).first().click();
  await wang.waitForURL('**/wallet');
  await expect(wang.locator('.wallet__code path')).toBeVisible();
  await expectAccessible(wang);
  const shot = join(portal.folder, 'wallet.png');
  await wang.locator('.wallet__code').screenshot({ path: shot });
  const text = execFileSync('zbarimg', ['--raw', '-q', shot]).toString().trim();
  expect(text).toMatch(/\/v#\d+$/);
  const verdict = await portal.command('verify', text);
  expect(verdict.output).toContain('"verdict":"valid"');
  expect(verdict.code).toBe(0);
  code = { text, picture: await wang.locator('.wallet__code').screenshot() };

  // The network goes; the code lives on, after a reload too.
  await wang.waitForFunction(() => navigator.serviceWorker.controller !== null || navigator.serviceWorker.ready.then(() => true));
  await wang.waitForTimeout(1500);
  await wang.context().setOffline(true);
  await wang.reload();
  await expect(wang.locator('.wallet__code path')).toBeVisible();
  await wang.context().setOffline(false);
  writeFileSync(join(portal.folder, 'code.png'), await wang.locator('.wallet__code').screenshot());
});

test('an officer with no signal scans the phone, registers, and the resident sees who looked', async ({
  signIn,
  portal,
}) => {
  const wang = await signIn('wang');
  await addAuthenticator(wang);
  await wang.goto('/wallet/add');
  await wang.getByRole('button', { name: /放进来|用指纹/ }).first().click();
  await wang.waitForURL('**/wallet');
  await expect(wang.locator('.wallet__code path')).toBeVisible();
  const shoot = () => wang.locator('.wallet__code').screenshot();

  // The camera runs from the start and sees something else.
  const moving = film(portal.folder, 'camera', await wang.locator('.choice-row').screenshot());
  const officer = await withCamera(moving, join(portal.folder, 'officer'), { baseURL: portal.origin });
  const scan = await officer.newPage();
  await scan.goto(portal.link('registering'));
  await scan.getByRole('main').getByRole('button').first().click();
  await scan.goto('/scan');
  await expectAccessible(scan);
  await scan.waitForTimeout(3000);
  await officer.setOffline(true);

  film(portal.folder, 'camera', await shoot());
  await scan.reload();
  await expect(scan.locator('.verdict--good')).toBeVisible({ timeout: 20_000 });
  await expect(scan.getByRole('main')).toContainText('王小安');
  await expectAccessible(scan);
  await officer.close();
});
