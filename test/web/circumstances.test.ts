// What the codes depend on besides the text: setting, date of service and encounter, each with the difference it makes.
import { describe, expect, it } from 'vitest';
import { axeFaults, usePage } from './use-page.ts';
import { card, typeNote, waitForCode, waitUntilWhole } from './at-the-desk.ts';

describe('circumstances', () => {
  const open = usePage();

  it('an inpatient stay codes what is probable; the panel tells it beforehand', async () => {
    const { page } = await open();
    await waitUntilWhole(page);
    await typeNote(page, 'Assessment: probable lumbar disc herniation at L4-L5.');
    await page.getByRole('tab', { name: 'Setting and dates' }).click();
    const asInpatient = page.getByRole('listitem').filter({ hasText: 'As inpatient note' });
    await asInpatient.getByText(/adds M51.26/).waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await asInpatient.getByRole('button', { name: 'Use' }).click();
    await page.locator('ol.cards [data-code="M51.26"]').first().waitFor();
    expect(await page.getByRole('combobox', { name: 'Setting' }).inputValue()).toBe('inpatient');
  });

  it('the date of service picks the release, and the timeline tells what was split when', async () => {
    const { page } = await open();
    await waitUntilWhole(page);
    await typeNote(page, 'Assessment: low back pain.');
    await waitForCode(page, 'M54.50');
    await page.getByLabel('Date of service').fill('2020-11-15');
    await waitForCode(page, 'M54.5');
    await page.getByText('FY2021', { exact: true }).waitFor();
    await page.getByRole('tab', { name: 'Setting and dates' }).click();
    await page.getByText('M54.5 was split on 2021-10-01').waitFor();
    await page.getByRole('button', { name: 'Use 2021-10-01' }).click();
    await waitForCode(page, 'M54.50');
    await expect.poll(() => card(page, 'M54.5').count()).toBe(0);
  });

  it('the encounter gives the 7th character', async () => {
    const { page } = await open();
    await waitUntilWhole(page);
    await typeNote(page, 'Assessment: lumbar strain.');
    await waitForCode(page, 'S39.012A');
    await page.getByRole('combobox', { name: 'Encounter' }).selectOption('subsequent');
    await waitForCode(page, 'S39.012D');
    await expect.poll(() => card(page, 'S39.012A').count()).toBe(0);
  });
});
