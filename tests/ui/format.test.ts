import { describe, expect, it } from 'vitest';
import { HOUR, MINUTE, SECOND } from '../../src/domain/time';
import { durationText } from '../../src/ui/format';

describe('a duration in words', () => {
  it.each([
    [0, '0 min'],
    // Less than a second is not worth naming: "0 s" beside a bar would look broken.
    [SECOND - 1, '0 min'],
    [SECOND, '1 s'],
    [MINUTE - 1, '59 s'],
    [MINUTE, '1 min'],
    [HOUR - 1, '59 min'],
    [HOUR, '1 h 00'],
    [25 * HOUR + 5 * MINUTE, '25 h 05'],
  ])('%i ms is %s', (duration, words) => {
    expect(durationText(duration)).toBe(words);
  });
});
