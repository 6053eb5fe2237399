// A report of the spine speaks of the spine in every sentence of its findings and impression that names no other part.
import { expect, test } from 'vitest';
import { valuesOf } from './found.ts';

const report = (exam: string, impression: string): string[] => valuesOf(`EXAM: ${exam}\n\nFINDINGS: The alignment is normal.\n\nIMPRESSION:\n1. Nothing acute.\n2. ${impression}`, 'problem');

test('the part that the exam names is meant', () => expect(report('CT of the lumbar spine', 'Moderate stenosis.')).toEqual(['spinal-stenosis']));
test('not where another part is named', () => expect(report('CT of the lumbar spine', 'Stenosis of the left hip joint.')).toEqual([]));
test('not in a report of another part', () => expect(report('CT of the abdomen', 'Moderate stenosis.')).toEqual([]));
test('not in a report of several', () => expect(report('CT of the abdomen and lumbar spine', 'Moderate stenosis.')).toEqual([]));
