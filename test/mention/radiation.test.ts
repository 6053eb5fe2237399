// Radiation: from the verb to its farthest target, with side and extent; treatment by radiation and everyday movement are none.
import { describe, expect, test } from 'vitest';
import { mentionsOf, valuesOf } from './found.ts';

const radiationOf = (text: string) => mentionsOf(text).find(({ axis }) => axis === 'radiation');

describe('radiation', () => {
  test.each<[string, string, string?]>([
    ['Low back pain radiating to the left leg.', 'leg', 'left'], ['Pain radiates from the low back to the left buttock.', 'buttock', 'left'],
    ['Pain shoots into the right foot.', 'foot', 'right'], ['Back pain going down the left leg to the knee.', 'knee', 'left'], ['Pain down both legs.', 'leg', 'bilateral'],
    ['Pain with radiation to the buttock and thigh.', 'thigh'], ['Pain radiates down her right leg below the knee.', 'calf', 'right'],
    ['Back pain radiating into the left buttock, posterior thigh and calf.', 'calf', 'left'], ['Neck pain radiates to the right shoulder and arm.', 'arm', 'right'],
    ['The pain radiates to the jaw.', 'jaw'], ['Pain goes down the back of his left leg into his foot.', 'foot', 'left'], ['Pain traveling into the great toe on the left.', 'toe', 'left'],
    ['Pain extends from the neck down to the right hand.', 'hand', 'right'], ['Pain radiating down the leg with numbness in the foot.', 'leg'],
    ['Ache in the low back radiating occasionally down to the left calf.', 'calf', 'left'], ['Radiating low back pain.', 'unspecified'], ['Pain radiates bilaterally.', 'unspecified', 'bilateral'],
    ['Non-radiating low back pain.', 'unspecified'], ['It does not radiate.', 'unspecified'], ['Pain without radiation.', 'unspecified'], ['Radiation: none', 'unspecified'],
  ])('%j', (text, target, side) => {
    const found = radiationOf(text);
    expect([found?.value, found?.attributes?.['side']]).toEqual([target, side]);
  });

  test('what is denied in the word itself says so', () => expect(radiationOf('Non-radiating low back pain.')?.attributes).toEqual({ polarity: 'absent' }));

  test('it stands on verb and targets and tells how far', () => {
    const found = radiationOf('Low back pain radiating down the left leg to the ankle.');
    expect(found?.words).toBe('radiating down the left leg to the ankle');
    expect(found?.attributes).toEqual({ to: 'ankle', side: 'left', extent: 'below-knee' });
  });
});

describe('no radiation', () => {
  test.each([
    'Radiation therapy in 2010.', 'Mild radiation pneumonitis.', 'He goes down to the shop for knee pads.', 'Injection into the left hip.', 'She was referred to the knee clinic.',
    'A loud murmur radiating to the neck.', 'The pain is shooting.',
  ])('%j', (text) => expect(valuesOf(text, 'radiation')).toEqual([]));
});
