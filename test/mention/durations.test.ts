// Durations: what is one, what its value is, and the times that say nothing of how long a problem has lasted.
import { describe, expect, test } from 'vitest';
import { mentionsOf, valuesOf } from './found.ts';

const DATE = '2026-11-15';

describe('durations', () => {
  test.each([
    ['Back pain x 3 weeks', 'P3W'], ['back pain x3 weeks', 'P3W'], ['pain for the past two and a half months', 'P2M15D'], ['pain for 6 months', 'P6M'],
    ['a 3-month history of pain', 'P3M'], ['began 3 weeks ago', 'P3W'], ['two-week history of sciatica', 'P2W'], ['over the last 4 to 6 weeks', 'P4W'],
    ['for at least 3 months', 'P3M'], ['for over a year', 'P1Y'], ['for more than 2 years', 'P2Y'], ['2 years of low back pain', 'P2Y'], ['one and a half years ago', 'P18M'],
    ['six to eight-week history', 'P6W'], ['about a four-month history', 'P4M'], ['three (3) weeks ago', 'P3W'], ['for a year and a half', 'P18M'], ['for half a year', 'P6M'],
    ['in the past 6 months', 'P6M'], ['symptoms of 3 weeks duration', 'P3W'], ["of 3 weeks' duration", 'P3W'], ['twenty-five years ago', 'P25Y'], ['a couple of weeks ago', 'P2W'],
    ['onset 5 days ago', 'P5D'], ['for ten years now', 'P10Y'], ['~3 months ago', 'P3M'], ['for 1.5 years', 'P18M'], ['back pain x2wks', 'P2W'], ['pain for 3mo', 'P3M'], ['for the better part of a year', 'P1Y'], ['for about a month and a half', 'P1M15D'], ['for a fortnight', 'P2W'],
    ['for half a decade', 'P5Y'], ['for a dozen years', 'P12Y'], ['pain for 120 days', 'P120D'], ['over the course of the last year', 'P1Y'], ['pain since yesterday', 'P1D'], ['pain since last week', 'P1W'], ['a week ago', 'P1W'], ['neck pain over the last week', 'P1W'],
  ])('%j', (text, value) => expect(valuesOf(text, 'chronicity')).toEqual([value]));

  test.each([
    ['pain since 2019', 'P7Y'], ['pain since last March', 'P8M'], ['pain since March 2024', 'P2Y8M'], ['pain since 03/14/2025', 'P20M'],
    ['pain since November 1, 2026', 'P14D'], ['pain since the second week of March', 'P8M'], ['pain since early June', 'P5M'], ['pain since the summer of 2024', 'P2Y'],
    ['pain since last Thanksgiving', 'P1Y'], ['pain since last Tuesday', 'P5D'], ['pain since a fall at work on 10/2/2026', 'P44D'], ['back pain began on 12th March 2026', 'P8M'], ['low back pain started in January 2025', 'P22M'], ['pain since mid-2023', 'P3Y'], ['pain since the third of May', 'P6M'], ['pain since 11/2024', 'P2Y'],
  ])('%j, seen on 2026-11-15', (text, value) => {
    expect(valuesOf(text, 'chronicity', { date: DATE })).toEqual([value]);
    expect(valuesOf(text, 'chronicity')).toEqual([]);
  });
});

describe('no durations', () => {
  test.each([
    '57-year-old man with pain', '57 year old', 'therapy 3 times a week', 'up to four times a day', 'one tablet every 6 hours', 'follow up in 2 weeks', 'return in 3 weeks', 'for several months',
    'prednisone 10 mg daily for 5 days', 'for 6 weeks of physical therapy', '2 weeks postop', 'smoked for 20 years', 'pain, 2 weeks later', 'for the next 2 weeks', 'pain for years',
    'once a week for pain', 'since 2031', 'pain since the accident', 'neck pain, started on gabapentin', 'gabapentin started in January 2025',
  ])('%j', (text) => expect(valuesOf(text, 'chronicity', { date: DATE })).toEqual([]));
});

test('the words that make it a duration belong to it', () => {
  expect(mentionsOf('Low back pain for about 6 weeks.').find(({ axis }) => axis === 'chronicity')?.words).toBe('for about 6 weeks');
});
