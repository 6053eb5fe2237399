// Imaging: the status and region of a test, and Modic types told by their signal.
import { describe, expect, test } from 'vitest';
import { mentionsOf, valuesOf } from './found.ts';

describe('tests', () => {
  test.each<[string, string, string?]>([
    ['MRI of the lumbar spine was ordered.', 'ordered', 'low-back'], ['Lumbar MRI shows a bulge.', 'done', 'low-back'], ['We will obtain an MRI of the cervical spine.', 'ordered', 'neck'],
    ['MRI results are pending.', 'pending'], ['X-ray of the lumbar spine is unremarkable.', 'normal', 'low-back'], ['She has not had an MRI.', 'none'],
    ['Normal MRI of the hip.', 'normal', 'hip'], ['L-spine x-rays were normal.', 'normal', 'low-back'],
  ])('%j', (text, status, region) => {
    const attributes = mentionsOf(text).find((one) => one.attributes?.['kind'] === 'modality')?.attributes;
    expect([attributes?.['status'], attributes?.['region']]).toEqual([status, region]);
  });
});

describe('Modic by signal', () => {
  test.each([
    ['Endplate signal is T1 hypointense and T2 hyperintense.', 'modic-1'], ['High T1 and high T2 signal of the endplates.', 'modic-2'], ['Endplates are hypointense on T1 and T2.', 'modic-3'],
    ['Marrow is hyperintense on T1 and isointense on T2.', 'modic-2'], ['Low signal on T1 and high signal on T2 in the L4-5 endplates.', 'modic-1'],
  ])('%j', (text, type) => expect(valuesOf(text, 'imaging')).toContain(type));

  test('elsewhere in the body it is none', () => expect(valuesOf('T1 low, T2 high lesion of the liver.', 'imaging')).toEqual([]));
});
