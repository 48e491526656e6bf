import type { Happening, Schedule } from '../model/schedule';

/** Schedules, cut down, on which time once was lost or made up; named for what was wrong. */
export const KNOWN_SCHEDULES: Readonly<Record<string, Schedule>> = {
  'what a killed worker had seen was taken in twice': of(
    [12_000, { what: 'address', window: 0, site: 0 }],
    [250, { what: 'kill', stage: 'after-commit' }],
    [1750, { what: 'kill', stage: 'after-commit' }],
    [500, { what: 'still' }],
    [250, { what: 'address', window: 0, site: null }],
  ),
  'what was taken in from an earlier run took the alarm away': of(
    [250, { what: 'focus', window: 1 }],
    [0, { what: 'kill', stage: 'after-commit' }],
    [30_000, { what: 'address', window: 1, site: 0 }],
    [12_500, { what: 'kill', stage: 'now' }],
  ),
  'who came back before the browser had noticed was never seen again': of(
    [250, { what: 'still' }],
    [15_000, { what: 'address', window: 0, site: 0 }],
    [0, { what: 'touch' }],
    [2500, { what: 'address', window: 0, site: null }],
  ),
  'nobody was there to be woken after a sleep in that moment': of(
    [250, { what: 'focus', window: null }],
    [250, { what: 'still' }],
    [250, { what: 'address', window: 0, site: 0 }],
    [14_750, { what: 'focus', window: 0 }],
    [0, { what: 'sleep', length: 7_200_000, touched: true, killed: true }],
    [250, { what: 'address', window: 0, site: null }],
  ),
  'who had been gone was taken to be there by a killed worker': of(
    [12_000, { what: 'address', window: 0, site: 0 }],
    [250, { what: 'focus', window: null }],
    [12_250, { what: 'still' }],
    [24_000, { what: 'focus', window: 0 }],
    [12_000, { what: 'kill', stage: 'now' }],
    [250, { what: 'touch' }],
    [500, { what: 'address', window: 0, site: null }],
  ),
  'a browser just started went by sixty seconds whatever was set': of(
    [250, { what: 'address', window: 0, site: 0 }],
    [12_000, { what: 'sound', window: 0, on: true }],
    [250, { what: 'still' }],
    [250, { what: 'crash', off: 14_750 }],
    [12_000, { what: 'repeat', times: 1 }],
    [0, { what: 'kill', stage: 'now' }],
    [250, { what: 'touch' }],
  ),
  'a screen locked in the instant of another event was not': of(
    [250, { what: 'address', window: 0, site: 0 }],
    [0, { what: 'kill', stage: 'before-load' }],
    [0, { what: 'lock' }],
    [12_000, { what: 'address', window: 0, site: null }],
  ),
  'a film did not survive a journey to another zone': of(
    [250, { what: 'address', window: 0, site: 0 }],
    [250, { what: 'still' }],
    [0, { what: 'sound', window: 0, on: true }],
    [13_000, { what: 'travel', zone: 'Asia/Tokyo' }],
    [19_500, { what: 'lock' }],
  ),
  'of two killed runs in one instant only one was heard': of(
    [250, { what: 'still' }],
    [250, { what: 'address', window: 0, site: 0 }],
    [14_750, { what: 'kill', stage: 'before-load' }],
    [12_000, { what: 'touch' }],
    [0, { what: 'kill', stage: 'before-commit' }],
    [0, { what: 'address', window: 0, site: null }],
    [12_500, { what: 'focus', window: null }],
  ),
  'sound after a sleep was taken for what had been heard before': {
    ...of(
      [12_000, { what: 'address', window: 1, site: 0 }],
      [250, { what: 'sound', window: 1, on: true }],
      [12_000, { what: 'focus', window: 1 }],
      [250, { what: 'sleep', length: 7_200_000, touched: false, killed: false }],
      [500, { what: 'focus', window: null }],
    ),
    ticksAsleep: true,
  },
  'a page that was read kept the second look from being taken': of(
    [250, { what: 'address', window: 1, site: 0 }],
    [12_000, { what: 'still' }],
    [15_000, { what: 'focus', window: 1 }],
    [0, { what: 'ask' }],
    [0, { what: 'touch' }],
    [31_000, { what: 'crash', off: 250 }],
    [500, { what: 'address', window: 0, site: null }],
  ),
  'a clock set back made news look old': of(
    [0, { what: 'address', window: 1, site: 0 }],
    [250, { what: 'focus', window: 1 }],
    [250, { what: 'focus', window: 0 }],
    [250, { what: 'set-clock', by: -32_250 }],
    [12_000, { what: 'kill', stage: 'before-commit' }],
    [19_750, { what: 'address', window: 0, site: 0 }],
    [24_250, { what: 'address', window: 0, site: null }],
  ),
  'a beat of a later run did not make old what an earlier one had seen': of(
    [250, { what: 'kill', stage: 'after-commit' }],
    [12_000, { what: 'address', window: 0, site: 0 }],
    [250, { what: 'ask' }],
    [0, { what: 'kill', stage: 'now' }],
    [500, { what: 'address', window: 0, site: null }],
  ),
  'a browser that crashed took its new events for old ones': of(
    [250, { what: 'focus', window: 1 }],
    [250, { what: 'address', window: 1, site: 0 }],
    [12_000, { what: 'set-clock', by: -2000 }],
    [0, { what: 'kill', stage: 'before-load' }],
    [0, { what: 'crash', off: 250 }],
    [500, { what: 'lock' }],
  ),
};

function of(...happenings: [after: number, happening: Happening][]): Schedule {
  return {
    start: '2026-11-23T10:05',
    zone: 'Europe/Berlin',
    dayStart: 0,
    idleSeconds: 15,
    ticksAsleep: false,
    idleNoticedLate: 0,
    happenings: happenings.map(([after, happening]) => ({ after, happening })),
  };
}
