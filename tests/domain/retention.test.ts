import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keptFrom } from '../../src/domain/retention';
import { DEFAULT_SETTINGS } from '../../src/domain/settings';
import { HOUR, instant } from '../../src/domain/time';
import { nextScheduledChange } from '../../src/domain/work-hours';
import { at, ZONE } from '../fixtures/moment';

const keeping = (keepMonths: number | null, dayStart = 0) => ({ ...DEFAULT_SETTINGS, keepMonths, dayStart });

describe('visits and attempts are kept', () => {
  it.each([
    ['13 months', '2026-11-23T10:00', keeping(13), '2025-10-23'],
    ['one month, from its last day where that day is missing', '2026-03-31T10:00', keeping(1), '2026-02-28'],
    ['by the local day, which starts when the user says', '2026-11-23T03:00', keeping(1, 4), '2026-10-22'],
    ['ten years', '2028-02-29T10:00', keeping(120), '2018-02-28'],
    ['for ever', '2026-11-23T10:00', keeping(null), null],
  ])('%s', (_name, now, settings, first) => {
    expect(keptFrom(at(now), settings)).toBe(first);
  });

  it('as looked at once a day at least, whatever the work hours', () => {
    const start = at('2026-01-01T00:00').at;
    const moments = fc.integer({ min: 0, max: 366 * 24 * HOUR });
    fc.assert(
      fc.property(moments, fc.boolean(), fc.integer({ min: 0, max: 6 }), (after, always, dayStart) => {
        const moment = { at: instant(start + after), zone: ZONE };
        const workHours = { ...DEFAULT_SETTINGS.workHours, always };
        const next = nextScheduledChange(moment, { ...DEFAULT_SETTINGS, workHours, dayStart });
        expect(next - moment.at).toBeLessThanOrEqual(25 * HOUR);
      }),
    );
  });
});
