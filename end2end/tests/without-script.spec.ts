// The same application with JavaScript off: every page and every form is complete without it.

import { WANG, fillIn, send } from '../support/apply.ts';
import { expect, test } from '../support/test.ts';

test.use({ javaScriptEnabled: false });

/** axe is a script itself, so the pages are judged by what a person can do: one heading, one main button, labels. */
test('an application is filled in and sent without JavaScript', async ({ signIn, portal }) => {
  const aili = await signIn('aili');
  const answers = { ...WANG, name: '买买提·艾力', idNumber: '440524188001010014', marital: '10' as const, spouse: undefined };
  await fillIn(aili, answers, async (page) => {
    await expect(page.locator('h1')).toHaveCount(1);
  });
  await expect(aili.getByRole('main')).toContainText('买买提·艾力');
  const reference = await send(aili);
  expect(reference).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}$/);
  await portal.letter((letter) => letter.includes(reference));
  await aili.goto(`/certificate/${reference}`);
  await expect(aili.getByRole('main')).toContainText('轮到石桥镇');
});

test('a slip in the ID number is told, read back, and loses nothing', async ({ signIn }) => {
  const page = await signIn('wang');
  await page.goto('/certificate/apply');
  await page.getByRole('checkbox').check();
  await page.getByRole('button', { name: '开始办' }).click();
  await page.goto('/certificate/apply/id-number');
  await page.locator('input[name=id_number]').fill('110105194912310021');
  await page.getByRole('button', { name: '继续', exact: true }).click();
  await expect(page.getByRole('alert')).toContainText('抄错');
  await expect(page.locator('input[name=id_number]')).toHaveValue('110105194912310021');
  await expect(page.locator('.readback')).toContainText('1949年12月31日');
});

test('signing in by a mailed code needs no JavaScript', async ({ context, portal }) => {
  const page = await context.newPage();
  await page.goto('/sign-in');
  await page.locator('main input[name=contact], main input[type=text]').first().fill('wang@demo.test');
  await page.getByRole('button', { name: '发登录码' }).click();
  const letter = await portal.letter((text) => /wang@demo\.test/.test(text));
  await expect(page).toHaveURL(/sign-in\/code/);
  const digits = decode(letter).match(/\b\d{3}\s?\d{3}\b/)?.[0] ?? '';
  await page.locator('main input').first().fill(digits);
  await page.locator('main form button.button').first().click();
  await page.goto('/account');
  await expect(page.locator('h1')).toContainText('王小安');
});

/** The text of an `.eml` file, whatever its transfer encoding. */
function decode(letter: string): string {
  const [, body = ''] = letter.split(/\r?\n\r?\n/, 2).length > 1 ? [letter, letter.slice(letter.search(/\r?\n\r?\n/)).trim()] : ['', letter];
  if (/content-transfer-encoding: base64/i.test(letter)) return Buffer.from(body, 'base64').toString('utf8');
  if (/content-transfer-encoding: quoted-printable/i.test(letter)) {
    const bytes = body.replace(/=\r?\n/g, '').replace(/=([0-9A-F]{2})/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)));
    return Buffer.from(bytes, 'latin1').toString('utf8');
  }
  return body;
}
