// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { beforeEach, expect, test, vi } from 'vitest';
import type { Pattern } from '../../../src/domain/pattern';
import { periodOf, periodWith } from '../../../src/domain/period';
import { periodReport } from '../../../src/domain/period-report';
import { DEFAULT_SETTINGS, EMAIL, SOCIAL } from '../../../src/domain/settings';
import { type DayKey, instant, MINUTE } from '../../../src/domain/time';
import { emptyTotal } from '../../../src/domain/totals';
import { Report } from '../../../src/pages/report/report';
import { createReportStore } from '../../../src/pages/report/store';
import { aDay, aPeriod, aRock, fakeClient, NO_TAKINGS, NOW, ZONE } from '../../fakes/client';
import { button, settle, show, textbox } from '../screen';

const THURSDAY = '2026-11-26' as DayKey;
const copy = vi.fn(async (_: string) => {});
const save = vi.fn();

const times = (root: ParentNode) =>
  [...root.querySelectorAll('time')].map(time => time.getAttribute('datetime'));

const tableOf = (caption: string) => {
  const found = [...document.querySelectorAll('table')].find(each => each.caption?.textContent === caption);
  if (!found) throw new Error(`no table captioned ${caption}`);
  return found;
};

const statOf = (label: string) =>
  [...document.querySelectorAll('.stat')].find(each => each.querySelector('dt')?.textContent === label)
    ?.textContent;

/** A week with drift on two days, and a rock done on one of them. */
function aPeriodOf(key: string) {
  const period = periodOf(key) ?? periodWith('week', THURSDAY);
  const total = (day: string, category: typeof SOCIAL, minutes: number, passMinutes = 0) => ({
    ...emptyTotal(day as DayKey, (category === SOCIAL ? 'x.com' : 'mail.google.com') as Pattern, category),
    time: minutes * MINUTE,
    passTime: passMinutes * MINUTE,
    checks: 2,
    attempts: 1,
  });
  const doneAt = instant(Date.parse('2026-11-24T14:00:00Z'));
  const rocks = [
    aRock({ id: 'a', day: '2026-11-24' as DayKey, status: 'done', doneAt }),
    aRock({ id: 'b', day: '2026-11-25' as DayKey, title: 'Call *twelve* clinics' }),
  ];
  const report = periodReport({
    period,
    today: THURSDAY,
    zone: ZONE,
    asOf: NOW,
    settings: DEFAULT_SETTINGS,
    open: null,
    totals: [
      total('2026-11-24', SOCIAL, 40, 10),
      total('2026-11-24', EMAIL, 20),
      total('2026-11-25', SOCIAL, 6),
    ],
    rocks,
    terms: [],
    hours: [
      { day: '2026-11-24' as DayKey, hour: 10, category: SOCIAL, time: 40 * MINUTE, passTime: 10 * MINUTE },
      { day: '2026-11-25' as DayKey, hour: 15, category: SOCIAL, time: 6 * MINUTE, passTime: 0 },
    ],
    review: null,
  });
  return aPeriod({ ...report, ...NO_TAKINGS });
}

async function open(hash: string, replies: Parameters<typeof fakeClient>[0] = {}) {
  location.hash = hash;
  const client = fakeClient({ readPeriod: ({ period }) => aPeriodOf(period), ...replies });
  const store = createReportStore(client);
  const page = (
    <Report
      store={store}
      exportAll={() => client.exportAll({})}
      keepReview={(week, draft) => client.keepReview({ week, ...draft })}
      save={save}
      copy={copy}
    />
  );
  await act(() => show(page));
  await act(settle);
  // The tables behind pictures are filled a moment later.
  await act(() => new Promise(done => setTimeout(done, 120)));
  return client;
}

beforeEach(() => vi.clearAllMocks());

test('a week adds its days up, and shows each of them', async () => {
  await open('#week/2026-W48');
  expect(document.querySelector('h1')?.textContent).toMatch(/^23\s–\s29 November 2026$/);
  expect(times(document.querySelector('.amount') as Element)).toEqual(['PT3360S']);
  expect(times(tableOf('Drift by day and category'))).toEqual([
    ...['PT0S', 'PT0S', 'PT0S', 'PT0S'],
    ...['PT1800S', 'PT0S', 'PT1200S', 'PT3000S'],
    ...['PT360S', 'PT0S', 'PT0S', 'PT360S'],
    ...['PT0S', 'PT0S', 'PT0S', 'PT0S'],
  ]);
  expect(statOf('Rocks finished')).toContain('1 of 2');
  expect(statOf('Attempts')).toContain('3');
  expect(document.body.textContent).toContain('1 rock laid');
});

test.each([
  ['#month/2026-11', 'November 2026'],
  ['#year/2026', '2026'],
])('%s is headed %s, and has a cell for each day so far that leads there', async (hash, heading) => {
  await open(hash);
  expect(document.querySelector('h1')?.textContent).toBe(heading);
  const cell = tableOf('Drift by day').querySelector('[href="#day/2026-11-24"]');
  expect(cell?.closest('td')?.className).toMatch(/heat-[1-4]/);
  expect(tableOf('Drift by day').querySelector('[href="#day/2026-11-27"]')).toBeNull();
  expect(tableOf('Time by category').querySelectorAll('tbody tr')).toHaveLength(3);
  expect(times(tableOf('Time by site'))).toEqual(['PT2760S', 'PT1200S']);
});

test('the year is one stop of the keyboard, and arrows go by days and weeks', async () => {
  await open('#year/2026');
  const stops = () => [...tableOf('Drift by day').querySelectorAll<HTMLElement>('a[tabindex="0"]')];
  expect(stops().map(each => each.getAttribute('href'))).toEqual(['#day/2026-11-26']);
  const press = (key: string) =>
    act(async () => {
      stops()[0]?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
    });
  await press('ArrowUp');
  expect(document.activeElement?.getAttribute('href')).toBe('#day/2026-11-25');
  await press('ArrowLeft');
  expect(document.activeElement?.getAttribute('href')).toBe('#day/2026-11-18');
  await press('ArrowRight');
  await press('ArrowRight');
  expect(stops().map(each => each.getAttribute('href'))).toEqual(['#day/2026-11-25']);
});

test('Previous and Next go by the period, and nothing lies in the future', async () => {
  await open('#month/2026-10');
  await act(async () => button('Next').click());
  expect(location.hash).toBe('#month/2026-11');
  await act(settle);
  expect(button('Next').disabled).toBe(true);
  await act(async () => button('Previous').click());
  expect(location.hash).toBe('#month/2026-10');
});

test('what was read before is shown at once, and read again', async () => {
  const client = await open('#week/2026-W48');
  const asked = () => client.asked.filter(({ request }) => request === 'readPeriod').length;
  await act(() => new Promise(done => setTimeout(done, 250)));
  const before = asked();
  await act(async () => {
    location.hash = '#month/2026-11';
    window.dispatchEvent(new Event('hashchange'));
  });
  expect(document.querySelector('h1')?.textContent).toBe('November 2026');
  expect(asked()).toBe(before + 1);
});

test('the review is kept with the week, and what is refused is said', async () => {
  const client = await open('#week/2026-W48');
  const field = textbox('What moved forward?');
  field.value = 'Acme';
  await act(async () => void field.dispatchEvent(new Event('input', { bubbles: true })));
  await act(async () => button('Keep this review').click());
  await act(settle);
  expect(client.asked.filter(({ request }) => request === 'keepReview')).toEqual([
    { request: 'keepReview', args: { week: '2026-W48', moved: 'Acme', inTheWay: '', next: '' } },
  ]);
  expect(document.body.textContent).toContain('Kept with this week.');
});

test('the week is copied as Markdown, with nothing of it taken for markup', async () => {
  await open('#week/2026-W48');
  await act(async () => button('Copy the week as text').click());
  await act(settle);
  const [markdown = ''] = copy.mock.calls[0] ?? [];
  expect(markdown).toMatch(/^# 23\s–\s29 November 2026\n/);
  expect(markdown).toContain('- Drift: **56 min**');
  expect(markdown).toContain('- [x] Tuesday 24 November, Send Acme the renewal proposal');
  expect(markdown).toContain('- [ ] Wednesday 25 November, Call \\*twelve\\* clinics');
  expect(markdown).toContain('| Social | 46 min |');
});

test('Export CSV hands over the days as a file', async () => {
  await open('#week/2026-W48');
  await act(async () => button('Export CSV').click());
  await act(settle);
  expect(save).toHaveBeenCalledWith(
    'big-rock-2026-11-23.csv',
    expect.stringContaining('text/csv'),
    'day,site,category,seconds,checks,attempts,passSeconds\r\n',
  );
});

test('a guess stands beside the truth, and without a baseline it is said what is missing', async () => {
  await open('#day/2026-11-23', {
    readDay: () =>
      aDay({
        guess: { days: 5, rows: [{ id: SOCIAL, name: 'Social', guess: 20 * MINUTE, truth: 47 * MINUTE }] },
      }),
  });
  expect(times(tableOf('Guess and truth'))).toEqual(['PT1200S', 'PT2820S']);
  expect(document.body.textContent).toContain('There is no baseline');
});

test('reclaimed time is measured against what it says, and worth what the rate makes of it', async () => {
  const takings = {
    baseline: { of: 'guess', drift: 90 * MINUTE } as const,
    reclaimed: [{ day: THURSDAY, time: 30 * MINUTE }],
    rate: { amount: 40, currency: 'EUR' },
  };
  await open('#day/2026-11-26', { readDay: () => aDay(takings) });
  expect(document.body.textContent).toContain('Against your own guess of 1 h 30 a day.');
  expect(statOf('Time')).toContain('30 min');
  expect(statOf('At €40 an hour')).toContain('€20');
});
