import { BROWSERS, PAGES, pinRock, until, workAllDay } from '../browsers';
import type { BrowserKind, BrowserSession } from '../harness/browser-session';
import { type FakeWeb, startFakeWeb } from '../harness/fake-web';
import { BARE_PAGE, BLOCKED_ADDRESS, ROCK, writeExtensions } from './extensions';
import { interleaved, type Measure } from './samples';
import { openStage, type Stage } from './stage';
import { rowsOf, STARTUP_ROWS } from './startup-rows';
import { SPREAD_COLUMNS, type Table } from './table';

const ROUNDS = 11;

/** How soon popup and block page can be used and the worker answers, each beside what the browser itself takes. */
export async function startup(): Promise<Table[]> {
  const web = await startFakeWeb();
  try {
    const tables: Table[] = [];
    for (const kind of BROWSERS) tables.push(await startupIn(kind, web));
    return tables;
  } finally {
    await web.close();
  }
}

async function startupIn(kind: BrowserKind, web: FakeWeb): Promise<Table> {
  const extensions = await writeExtensions(kind);
  const stages: Stage[] = [];
  const open = async (folder: string) => {
    const stage = await openStage(kind, folder, web);
    stages.push(stage);
    return stage;
  };
  try {
    const [bare, ours] = [await open(extensions.bare), await open(extensions.ours)];
    await closeWelcome(ours.session);
    await workAllDay(ours.session);
    const before = await interleaved(ROUNDS, withoutRock(bare, ours));
    await (await pinRock(ours.session, ROCK)).close();
    const after = await interleaved(ROUNDS, [...withRock(bare, ours), ...roundTrips(bare, ours)]);
    return {
      title: `startup in ${await ours.session.browser().version()}, ${ROUNDS} rounds`,
      columns: ['', ...SPREAD_COLUMNS],
      rows: rowsOf(STARTUP_ROWS, { ...before, ...after }),
      notes: NOTES[kind],
    };
  } finally {
    for (const stage of stages) await stage.close();
    await extensions.remove();
  }
}

function withoutRock(bare: Stage, ours: Stage): Measure[] {
  return [
    loading('bare page beside it', bare, bare.session.extensionUrl(BARE_PAGE)),
    loading('popup, no rock', ours, ours.session.extensionUrl(PAGES.popup)),
  ];
}

function withRock(bare: Stage, ours: Stage): Measure[] {
  const barePage = bare.session.extensionUrl(BARE_PAGE);
  const popup = ours.session.extensionUrl(PAGES.popup);
  return [
    loading('bare page', bare, barePage),
    loading('bare page in ours', ours, ours.session.extensionUrl(BARE_PAGE)),
    loading('popup', ours, popup),
    loading('bare redirect', bare, BLOCKED_ADDRESS),
    loading('block page', ours, BLOCKED_ADDRESS),
    loading('bare page, asleep', bare, barePage, 'asleep'),
    loading('popup, asleep', ours, popup, 'asleep'),
    loading('bare redirect, asleep', bare, BLOCKED_ADDRESS, 'asleep'),
    loading('block page, asleep', ours, BLOCKED_ADDRESS, 'asleep'),
  ];
}

function roundTrips(bare: Stage, ours: Stage): Measure[] {
  return [
    async () => ({ 'bare answer': await bare.roundTrip('awake') }),
    async () => ({ answer: await ours.roundTrip('awake') }),
    async () => ({ 'bare answer, asleep': await bare.roundTrip('asleep') }),
    async () => ({ 'answer, asleep': await ours.roundTrip('asleep') }),
  ];
}

/** Samples of a page: its first paint by its name, and the same name with `usable` for what is waited for. */
function loading(name: string, stage: Stage, address: string, worker: 'awake' | 'asleep' = 'awake'): Measure {
  return async () => {
    const { firstPaint, usable } = await stage.load(address, worker);
    return { [name]: firstPaint, [`${name}, usable`]: usable };
  };
}

async function closeWelcome(session: BrowserSession): Promise<void> {
  const welcome = async () =>
    (await session.browser().pages()).find(page => page.url() === session.extensionUrl(PAGES.welcome));
  await until(async () => (await welcome()) !== undefined, 'The welcome page did not open');
  await (await welcome())?.close();
}

const SHARED_NOTES = [
  'Bare: an extension of its own in a browser of its own, with one heading, an empty module, a worker that answers',
  'at once and one redirect. Pages are timed inside themselves, from the start of the navigation, redirects included.',
  'Shown: the end of the frame that paints it, some ms before a paint entry of that frame would say.',
  'The popup is opened in a tab, so that the worker hears of the tab too; a real one makes no tab events.',
  'Asleep: the worker is ended and, for pages, no page of the extension is open, so its process may be gone too.',
];

const NOTES: Record<BrowserKind, string[]> = {
  chromium: SHARED_NOTES,
  // https://developer.mozilla.org/docs/Web/API/Performance_API/High_precision_timing
  firefox: [...SHARED_NOTES, 'Firefox rounds its clock to 1 ms.'],
};
