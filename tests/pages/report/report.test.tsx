// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { SiteTime } from '../../../src/domain/day-report';
import type { Pass } from '../../../src/domain/pass';
import type { Pattern } from '../../../src/domain/pattern';
import type { Remark } from '../../../src/domain/remark';
import type { CategoryId } from '../../../src/domain/settings';
import { type DayKey, instant, MINUTE, SECOND } from '../../../src/domain/time';
import { RequestError } from '../../../src/messages/request-error';
import type { Reply } from '../../../src/messages/requests';
import { Report } from '../../../src/pages/report/report';
import { createReportStore } from '../../../src/pages/report/store';
import { aDay, aDayReport, aRock, DAY, fakeClient, NOW, ZONE } from '../../fakes/client';

const reddit: SiteTime = {
  site: 'reddit.com' as Pattern,
  category: 'social' as CategoryId,
  categoryName: 'Social',
  time: 12 * MINUTE,
  passTime: 0,
  checks: 3,
  attempts: 4,
};

const aBusyDay = (over: Partial<Reply<'readDay'>> = {}) => {
  const day = aDayReport();
  const categories = day.categories.map(row =>
    row.id === reddit.category ? { ...row, time: 12 * MINUTE, checks: 3, attempts: 4 } : row,
  );
  return aDay({ sites: [reddit], categories, ...over });
};

const running = { site: reddit.site, category: reddit.category, isOnPurpose: false };
const save = vi.fn();
const copy = vi.fn(async () => {});

const pass = (time: number) => act(async () => void (await vi.advanceTimersByTimeAsync(time)));

async function open(client: ReturnType<typeof fakeClient>, hash = '') {
  location.hash = hash;
  const root = document.createElement('div');
  document.body.replaceChildren(root);
  const store = createReportStore(client);
  await act(async () =>
    render(
      <Report
        store={store}
        exportAll={() => client.exportAll({})}
        keepReview={(week, draft) => client.keepReview({ week, ...draft })}
        save={save}
        copy={copy}
      />,
      root,
    ),
  );
  await pass(0);
  return root;
}

const askedForToday = ({ asked }: ReturnType<typeof fakeClient>) =>
  asked.filter(({ request, args }) => request === 'readDay' && (args as { day: unknown }).day === null);

const table = (caption: string) => {
  const all = [...document.querySelectorAll('table')];
  const found = all.find(each => each.caption?.textContent === caption);
  if (!found) throw new Error(`no table captioned ${caption}`);
  return found;
};
const columns = (caption: string) =>
  [...table(caption).querySelectorAll('th[scope=col]')].map(th => th.textContent);
const rows = (caption: string) => [...table(caption).querySelectorAll('tbody tr')];
const times = (within: ParentNode) => [...within.querySelectorAll('time')].map(time => time.dateTime);
const button = (name: string) => {
  const all = [...document.querySelectorAll('button')];
  const found = all.find(each => (each.getAttribute('aria-label') ?? each.textContent) === name);
  if (!found) throw new Error(`no button named ${name}`);
  return found;
};
const press = async (name: string) => {
  await act(async () => button(name).click());
  await pass(0);
};

// happy-dom tells of it in its own time, by a timer that is not faked: here it is told at once.
const addressChanged = async () => {
  window.dispatchEvent(new Event('hashchange'));
  await pass(0);
};

beforeEach(() => void vi.useFakeTimers({ now: NOW }));
afterEach(() => {
  render(null, document.body.firstElementChild ?? document.body);
  vi.useRealTimers();
  vi.clearAllMocks();
});

test('the day is the one heading, with both tables and their columns', async () => {
  const root = await open(fakeClient({ readDay: () => aBusyDay() }));
  expect([...root.querySelectorAll('h1')].map(h1 => h1.textContent)).toEqual(['Monday 23 November']);
  expect(columns('Time by site')).toEqual(['Site', 'Category', 'Time', 'Checks', 'Attempts']);
  expect(columns('Time by category')).toEqual(['Category', 'Time', 'Checks', 'Attempts']);
  const [row] = rows('Time by site');
  expect([...(row?.children ?? [])].map(cell => cell.textContent)).toEqual([
    'reddit.com',
    'Social',
    '12 min',
    '3',
    '4',
  ]);
  expect(root.querySelector('bdi')).not.toBeNull();
});

test('an empty day has both tables and says that nothing was recorded', async () => {
  const root = await open(fakeClient());
  expect(rows('Time by site')).toHaveLength(0);
  expect(rows('Time by category')).toHaveLength(3);
  expect(root.textContent).toContain('No visit to your sites was recorded on this day.');
  expect(root.textContent).toContain('No rock is pinned yet today.');
});

test('a running site grows with its category and the total, and nothing else does', async () => {
  const root = await open(fakeClient({ readDay: () => aBusyDay({ running }) }));
  expect(times(root)[0]).toBe('PT720S');
  await pass(5 * SECOND);
  expect(times(root)[0]).toBe('PT725S');
  expect(times(table('Time by site'))).toEqual(['PT725S']);
  expect(times(table('Time by category'))).toEqual(['PT725S', 'PT0S', 'PT0S']);
});

test('without word from the background a running time is asked for again, and stops growing', async () => {
  const client = fakeClient({ readDay: () => aBusyDay({ running }) });
  const root = await open(client);
  await pass(31 * SECOND);
  expect(askedForToday(client)).toHaveLength(2);
  await pass(60 * MINUTE);
  expect(times(root)[0]).toBe('PT840S');
});

test('the day is read again when the background says that something changed', async () => {
  let report = aBusyDay();
  const client = fakeClient({ readDay: () => report });
  const root = await open(client);
  report = aBusyDay({ categories: [], sites: [] });
  await act(async () => client.change());
  await pass(0);
  expect(times(root)[0]).toBe('PT0S');
});

test('Previous and Next go through the address, and Next ends at today', async () => {
  const client = fakeClient({
    readDay: ({ day }) => aDay({ day: (day ?? '2026-11-23') as DayKey }),
  });
  const root = await open(client);
  expect(button('Next').disabled).toBe(true);
  await press('Previous');
  await addressChanged();
  expect(location.hash).toBe('#day/2026-11-22');
  expect(root.querySelector('h1')?.textContent).toBe('Sunday 22 November');
  expect(root.querySelector('a[href="#day/2026-11-23"]')?.textContent).toBe('Today');
  await press('Next');
  await addressChanged();
  expect(location.hash).toBe('#day/2026-11-23');
  expect(button('Next').disabled).toBe(true);
  expect(document.activeElement).toBe(button('Previous'));
});

test('an address that names no day shows today, and says why', async () => {
  const client = fakeClient();
  const root = await open(client, '#day/2026-02-30');
  expect(client.asked[0]?.args).toEqual({ day: null });
  expect(root.querySelector('h1')?.textContent).toBe('Monday 23 November');
  expect(root.querySelector('[role=alert]')?.textContent).toBe('That is not a day of the calendar.');
});

test('an answer that comes after a later one is left aside', async () => {
  const answers: ((report: ReturnType<typeof aBusyDay>) => void)[] = [];
  const client = fakeClient({ readDay: () => new Promise(resolve => void answers.push(resolve)) });
  const store = createReportStore(client);
  const first = store.getState().open('#day/2026-11-21');
  const second = store.getState().open('#day/2026-11-22');
  answers[1]?.(aBusyDay({ day: '2026-11-22' as DayKey }));
  answers[0]?.(aBusyDay({ day: '2026-11-21' as DayKey }));
  await Promise.all([first, second]);
  expect(store.getState().shown?.report).toMatchObject({ day: '2026-11-22' });
});

test('each rock has its status in words, and what moved forward', async () => {
  const doneAt = instant(Date.parse('2026-11-23T14:42:00Z'));
  const rocks = [
    aRock({ status: 'done', doneAt, movedForward: 'Acme has the proposal.' }),
    aRock({ id: 'rock-2', title: 'Call twelve clinics' }),
    aRock({ id: 'rock-3', title: 'Book the visits', status: 'put aside' }),
  ];
  const today = await open(fakeClient({ readDay: () => aBusyDay({ rocks }) }));
  const tags = (root: ParentNode) => [...root.querySelectorAll('.tag')].map(tag => tag.textContent);
  expect(tags(today)).toEqual(['Done 15:42', 'Open since 08:52', 'Put aside']);
  expect(today.textContent).toContain('Acme has the proposal.');
  const tomorrow = '2026-11-24' as DayKey;
  expect(tags(await open(fakeClient({ readDay: () => aBusyDay({ rocks, today: tomorrow }) })))).toEqual([
    'Done 15:42',
    'Not finished',
    'Put aside',
  ]);
});

test('Export JSON saves everything under the day of the export', async () => {
  const root = await open(fakeClient());
  await press('Export JSON');
  expect(save).toHaveBeenCalledOnce();
  const [name, type, text] = save.mock.calls[0] ?? [];
  expect([name, type]).toEqual(['big-rock-2026-11-23.json', 'application/json']);
  expect(text).toContain('\n  "format": "big-rock"');
  expect(root.textContent).toContain('Saved as big-rock-2026-11-23.json');
});

test('an export that fails says why and saves nothing', async () => {
  const refuse = () => {
    throw new RequestError('database');
  };
  const root = await open(fakeClient({ exportAll: refuse }));
  await press('Export JSON');
  expect(save).not.toHaveBeenCalled();
  expect(root.textContent).toContain('cannot open its database');
});

test('when nothing can be read the page says so and offers another try', async () => {
  let works = false;
  const readDay = () => {
    if (!works) throw new RequestError('unreachable');
    return aBusyDay();
  };
  const root = await open(fakeClient({ readDay }));
  expect(root.querySelector('h1')?.textContent).toBe('Report');
  expect(root.textContent).toContain('Big Rock did not answer.');
  works = true;
  await press('Try again');
  expect(root.querySelector('h1')?.textContent).toBe('Monday 23 November');
});

test('trouble with the database is said above the day', async () => {
  const root = await open(fakeClient({ readDay: () => ({ ...aBusyDay(), trouble: 'database' as const }) }));
  expect(root.querySelector('[role=alert]')?.textContent).toContain('cannot open its database');
  expect(times(root)[0]).toBe('PT720S');
});

const instantOf = (time: string) => instant(Date.parse(`2026-11-23T${time}:00Z`));

const aPass = (over: Partial<Pass> = {}): Pass => ({
  id: 'pass-1',
  zone: ZONE,
  day: DAY,
  site: reddit.site,
  category: reddit.category,
  purpose: 'Answer Dana',
  minutes: 10,
  startedAt: instantOf('08:05'),
  endsAt: instantOf('08:15'),
  isOver: true,
  outcome: 'yes',
  ...over,
});

test('passes are listed with what for, for how long, and what became of them', async () => {
  const passes = [
    aPass(),
    aPass({ id: 'pass-2', outcome: 'no', minutes: 5 }),
    aPass({ id: 'pass-3', outcome: null }),
    aPass({ id: 'pass-4', outcome: null, isOver: false, purpose: 'See the score' }),
  ];
  await open(fakeClient({ readDay: () => aBusyDay({ passes }) }));
  expect(columns('Passes')).toEqual(['At', 'Site', 'Purpose', 'Asked for', 'Did it']);
  const cells = rows('Passes').map(row => [...row.querySelectorAll('td')].map(cell => cell.textContent));
  expect(cells[0]).toEqual(['09:05', 'reddit.com', 'Answer Dana', '10 min', 'Yes']);
  expect(cells.map(row => row.at(-1))).toEqual(['Yes', 'No', 'Not said', 'On now']);
  expect(times(table('Passes'))).toContain('PT600S');
});

test('what else happened is told with its time', async () => {
  const told = (what: Remark['what'], time: string, site: Pattern | null = null): Remark => ({
    id: what,
    at: instantOf(time),
    zone: ZONE,
    day: DAY,
    what,
    site,
  });
  const remarks = [
    told('access taken', '07:30', reddit.site),
    told('access given', '07:45', reddit.site),
    told('rock swapped', '08:00'),
    told('put aside', '09:30'),
    told('history restored', '10:00'),
  ];
  await open(fakeClient({ readDay: () => aBusyDay({ remarks }) }));
  const lines = [...document.querySelectorAll('.remarks li')].map(item => item.textContent);
  expect(lines[0]).toBe(
    '08:30Big Rock lost its access to reddit.com. From then on it was neither measured nor blocked.',
  );
  expect(lines[1]).toBe('08:45Big Rock has its access to reddit.com again.');
  expect(lines.slice(2).map(line => line?.slice(0, 5))).toEqual(['09:00', '10:30', '11:00']);
});

test('a day without passes and remarks says nothing of them', async () => {
  await open(fakeClient({ readDay: () => aBusyDay() }));
  expect(document.body.textContent).not.toContain('Passes');
  expect(document.querySelector('.remarks')).toBeNull();
});
