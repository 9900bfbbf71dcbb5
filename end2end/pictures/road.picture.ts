// The picture on top of the README: the first page, an application on its way, the wallet with its live code.

import { join } from 'node:path';
import { WANG, fillIn, send } from '../support/apply.ts';
import { addAuthenticator, expect, test } from '../support/test.ts';

test('the road in three phones', async ({ signIn, browser }) => {
  const wang = await signIn('wang');
  const shots: Buffer[] = [];
  const shoot = async () => { shots.push(await wang.screenshot()); };
  await wang.goto('/');
  await shoot();
  await fillIn(wang, WANG);
  const reference = await send(wang);
  await wang.goto(`/certificate/${reference}`);
  await shoot();

  const desk = await browser.newContext({ viewport: { width: 1280, height: 800 }, isMobile: false, hasTouch: false });
  const issuing = await signIn('issuing', desk);
  await issuing.goto('/desk/applications');
  await issuing.locator('.queue__item', { hasText: reference }).click();
  await issuing.getByRole('button', { name: /^发证/ }).click();
  await issuing.waitForLoadState();

  await addAuthenticator(wang);
  await wang.goto('/wallet/add');
  await wang.getByRole('button', { name: /放进来|用指纹/ }).first().click();
  await wang.waitForURL('**/wallet');
  await expect(wang.locator('.wallet__code path')).toBeVisible();
  await shoot();

  const sheet = await desk.newPage();
  await sheet.setViewportSize({ width: 1176, height: 788 });
  const phones = shots.map((shot) => `<img src="data:image/png;base64,${shot.toString('base64')}">`).join('');
  await sheet.setContent(`<style>body{margin:24px;background:#E3DACA;display:flex;gap:24px}img{width:360px;border-radius:24px}</style>${phones}`);
  await sheet.screenshot({ path: join(import.meta.dirname, 'road.png') });
  await desk.close();
});
