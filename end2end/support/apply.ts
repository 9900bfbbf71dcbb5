// Filling in an application as a person would, one question a page. Works with and without scripts.

import { type Page, expect } from '@playwright/test';

export type Answers = {
  home: [string, string, string];
  current: [string, string, string];
  name: string;
  idNumber: string;
  marital: '10' | '20' | '30' | '40';
  spouse?: string;
  sons: string;
  daughters: string;
};

/** Invented; the ID number is the example of GB 11643. */
export const WANG: Answers = {
  home: ['演示省', '青禾县', '石桥镇'],
  current: ['演示省', '望江区', '柳堤街道'],
  name: '王小安',
  idNumber: '11010519491231002X',
  marital: '20',
  spouse: '陈大川',
  sons: '0',
  daughters: '1',
};

/** A picture that looks like nothing; each with its own colour, so that no two are the same. */
export async function picture(page: Page, colour: string): Promise<{ name: string; mimeType: string; buffer: Buffer }> {
  const blank = await page.context().newPage();
  await blank.setViewportSize({ width: 480, height: 640 });
  await blank.setContent(`<body bgcolor="${colour}"><h1>${colour}</h1></body>`);
  const buffer = await blank.screenshot({ type: 'jpeg', quality: 80 });
  await blank.close();
  return { name: `${colour}.jpg`, mimeType: 'image/jpeg', buffer };
}

async function next(page: Page) {
  await page.getByRole('button', { name: '继续', exact: true }).click();
}

async function choosePlace(page: Page, [province, county, township]: [string, string, string]) {
  await page.getByRole('main').getByRole('link', { name: province, exact: true }).click();
  await page.getByRole('button', { name: county, exact: true }).click();
  await page.getByRole('button', { name: township, exact: true }).click();
}

/** From the first page of the service to *check your answers*. `each` is called on every page. */
export async function fillIn(page: Page, answers: Answers, each: (page: Page) => Promise<void> = async () => {}) {
  await page.goto('/certificate/apply');
  await each(page);
  await page.getByRole('checkbox').check();
  await page.getByRole('button', { name: '开始办' }).click();
  await each(page);
  await choosePlace(page, answers.home);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('现在住在哪里');
  await choosePlace(page, answers.current);
  await each(page);
  await page.locator('input[name=name]').fill(answers.name);
  await next(page);
  await each(page);
  await page.locator('input[name=id_number]').fill(answers.idNumber);
  await next(page);
  await each(page);
  await page.locator(`input[name=marital][value="${answers.marital}"]`).check();
  await next(page);
  if (answers.spouse) {
    await page.locator('input[name=name]').fill(answers.spouse);
    await next(page);
  }
  await each(page);
  await page.locator('input[name=sons]').fill(answers.sons);
  await page.locator('input[name=daughters]').fill(answers.daughters);
  await next(page);
  await each(page);
  await addPapers(page, each);
}

async function addPapers(page: Page, each: (page: Page) => Promise<void>) {
  await page.locator('input[type=file]').setInputFiles(await picture(page, 'teal'));
  await page.getByRole('button', { name: '放上去' }).first().click();
  await expect(page.getByText('拿掉')).toBeVisible();
  await next(page);
  await each(page);
  await page.locator('input[type=file]').first().setInputFiles(await picture(page, 'olive'));
  await page.getByRole('button', { name: '放上去' }).first().click();
  await expect(page.getByText('拿掉').first()).toBeVisible();
  await next(page);
  await expect(page).toHaveURL(/\/check/);
  await each(page);
}

/** Sends and gives the reference number. */
export async function send(page: Page): Promise<string> {
  await page.getByRole('button', { name: '交申请' }).click();
  await expect(page.getByRole('main')).toContainText(/[0-9A-Z]{4}-[0-9A-Z]{4}/);
  const words = await page.getByRole('main').innerText();
  return words.match(/[0-9A-Z]{4}-[0-9A-Z]{4}/)?.[0] ?? '';
}
