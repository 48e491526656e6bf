import { expect, it } from 'vitest';
import type { Span } from '../../src/domain/day-terms';
import { longestStretch, outside } from '../../src/domain/stretch';
import { instant } from '../../src/domain/time';

const span = (from: number, to: number): Span => [instant(from), instant(to)];
const WORK = [span(9, 12), span(13, 17)];

it.each([
  ['all of the longer part, where there was no attention', [], 99, [13, 17]],
  ['cut by a visit', [span(14, 15)], 99, [9, 12]],
  ['what is left between two visits', [span(9, 10), span(13, 14), span(16, 17)], 99, [10, 12]],
  ['the first of two as long', [span(13, 14)], 99, [9, 12]],
  ['no longer than time has come', [], 10, [9, 10]],
  ['none before work', [], 8, null],
  ['none where all of it had attention', [span(8, 18)], 99, null],
  ['the same for visits that overlap, in any order', [span(15, 16), span(14, 16)], 99, [9, 12]],
])('the longest stretch is %s', (_, attended, until, stretch) => {
  expect(longestStretch(WORK, attended, instant(until))).toEqual(stretch);
});

it.each([
  [span(8, 18), 3],
  [span(12, 13), 1],
  [span(10, 11), 0],
  [span(16, 20), 3],
])('of %j so much is outside work: %i', (time, hours) => {
  expect(outside(time, WORK)).toBe(hours);
});
