// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { IMPORT_REASONS } from '../../../src/domain/import-fault';
import { faultOf, RequestError } from '../../../src/messages/request-error';
import type { Imported } from '../../../src/messages/requests';
import { Settings } from '../../../src/pages/settings/settings';
import { createSettingsStore } from '../../../src/pages/settings/store';
import { anImportSummary, type FakeClient, fakeClient, noKeys, noNotifications } from '../../fakes/client';
import { button, region, settle, show, textbox } from '../screen';

let client: FakeClient;
let reply: () => Imported | Promise<Imported>;

beforeEach(async () => {
  // Loaded only when it is needed: here it is there already.
  await import('../../../src/domain/foreign');
  client = fakeClient({ importHistory: () => reply() });
  reply = () => ({ imported: anImportSummary() });
  await act(() =>
    show(
      <Settings
        store={createSettingsStore(client, async () => true)}
        notifications={noNotifications}
        exportAll={() => client.exportAll({})}
        importHistory={(file, preview) => client.importHistory({ file, preview })}
        deleteHistory={what => client.deleteHistory({ what }).then(() => null, faultOf)}
        save={vi.fn()}
        version="1.2.3"
        reach={noKeys}
      />,
    ),
  );
  await act(settle);
});

afterEach(() => show(null));

const input = () => textbox('File to import');
const said = () => document.querySelector('.import-outcome')?.textContent;
const refused = () => region('Data').querySelector('div[role=alert]')?.textContent;
const sent = () => client.asked.filter(({ request }) => request === 'importHistory').map(({ args }) => args);

/** As the browser does once somebody has chosen a file. */
async function choose(file: File): Promise<void> {
  Object.defineProperty(input(), 'files', { configurable: true, value: [file] });
  await act(async () => {
    input().dispatchEvent(new Event('change', { bubbles: true }));
    await settle();
  });
}

/** The same, and what the file would bring is agreed to. */
async function take(file: File): Promise<void> {
  await choose(file);
  const agree = [...document.querySelectorAll('button')].find(each => each.textContent === 'Import it');
  await act(async () => {
    agree?.click();
    await settle();
  });
}

const jsonFile = (content: unknown) => new File([JSON.stringify(content)], 'big-rock.json');

test('Import… opens the choice of a file, which keyboards reach by the button', () => {
  const opened = vi.spyOn(input(), 'click');
  button('Import…').click();
  expect(opened).toHaveBeenCalledOnce();
  expect(input().type).toBe('file');
  expect(input().accept).toContain('application/json');
  expect(input().tabIndex).toBe(-1);
});

test('the file is sent as it is read', async () => {
  await take(jsonFile({ format: 'big-rock', visits: [] }));
  expect(sent()).toEqual([
    { file: { format: 'big-rock', visits: [] }, preview: true },
    { file: { format: 'big-rock', visits: [] }, preview: false },
  ]);
});

test.each<[string, Parameters<typeof anImportSummary>[0]]>([
  ['Everything in this file was already here.', { visits: { added: 0, extended: 0, known: 7 } }],
  ['Added 3 attempts, remarks and reviews.', { notes: { added: 3 } }],
  [
    'Added 312 visits and 4 rocks. 1,204 visits were already here.',
    { visits: { added: 312, extended: 0, known: 1204 }, rocks: { added: 4, changed: 0, known: 3 } },
  ],
  [
    'Added 1 visit, 1 rock and 2 sites. The totals of 14 days went up.',
    {
      visits: { added: 1, extended: 0, known: 0 },
      rocks: { added: 1, changed: 0, known: 0 },
      sites: { added: 2, known: 0 },
      days: 14,
    },
  ],
  [
    '1 visit became longer. 2 rocks were brought up to date. The totals of 1 day went up. The settings are those of the file now.',
    {
      visits: { added: 0, extended: 1, known: 0 },
      rocks: { added: 0, changed: 2, known: 0 },
      days: 1,
      settings: true,
    },
  ],
  [
    '2 sites and rocks were left out, because they would open what is blocked now. Import the file again when your rock is done.',
    { heldBack: 2 },
  ],
])('says "%s"', async (sentence, summary) => {
  reply = () => ({ imported: anImportSummary(summary) });
  await take(jsonFile({}));
  expect(said()).toBe(sentence);
  expect(refused()).toBe('');
});

describe('refuses in words', () => {
  test('what is not JSON, without sending it', async () => {
    await take(new File(['a,b\n1,2'], 'days.csv'));
    expect(refused()).toBe('This file is not an export of Big Rock: it is not JSON. Nothing was changed.');
    expect(sent()).toEqual([]);
  });

  test('what is too large, without reading it', async () => {
    const file = jsonFile({});
    Object.defineProperty(file, 'size', { value: 50_000_001 });
    const read = vi.spyOn(file, 'text');
    await take(file);
    expect(refused()).toContain('larger than 50 MB');
    expect(read).not.toHaveBeenCalled();
    expect(sent()).toEqual([]);
  });

  test('what cannot be read', async () => {
    const file = jsonFile({});
    file.text = () => Promise.reject(new Error('Gone.'));
    await take(file);
    expect(refused()).toBe('Your browser could not read this file. Nothing was changed.');
  });

  test.each([
    ['not-ours', 'This file is not an export of Big Rock. Nothing was changed.'],
    ['later-version', 'written by a newer version of Big Rock'],
  ] as const)('what is %s', async (because, sentence) => {
    reply = () => ({ refused: { because } });
    await take(jsonFile({}));
    expect(refused()).toContain(sentence);
    expect(said()).toBe('');
  });

  test('what is wrong, with each place', async () => {
    reply = () => ({
      refused: {
        because: 'wrong',
        faults: [
          { path: 'visits[12].end', reason: 'ends-before-it-starts' },
          { path: 'days[0].seconds', reason: 'missing' },
        ],
      },
    });
    await take(jsonFile({}));
    expect(refused()).toContain('Nothing was changed, because something in this file is wrong:');
    const places = [...region('Data').querySelectorAll('li')].map(({ textContent }) => textContent);
    expect(places).toEqual([
      'visits[12].end: The end must come after the start.',
      'days[0].seconds: This is missing.',
    ]);
  });

  test.each(IMPORT_REASONS)('for the reason %s', async reason => {
    reply = () => ({ refused: { because: 'wrong', faults: [{ path: 'here', reason }] } });
    await take(jsonFile({}));
    expect(region('Data').querySelector('li')?.textContent).toMatch(/^here: [A-Z].{10,}/);
  });

  test('that the database cannot be used', async () => {
    reply = () => {
      throw new RequestError('database');
    };
    await take(jsonFile({}));
    expect(refused()).toContain('Big Rock cannot open its database');
  });
});

test('a second file says what became of it, and not of the first', async () => {
  reply = () => ({ refused: { because: 'not-ours' } });
  await take(jsonFile({}));
  reply = () => ({ imported: anImportSummary() });
  await take(jsonFile({}));
  expect(refused()).toBe('');
  expect(said()).toBe('Everything in this file was already here.');
});

test('while a file is imported, another one is not taken', async () => {
  let finish: (imported: Imported) => void = () => undefined;
  reply = () => new Promise(done => (finish = done));
  await take(jsonFile({ one: 1 }));
  expect(button('Import…').getAttribute('aria-busy')).toBe('true');
  await take(jsonFile({ two: 2 }));
  expect(sent()).toHaveLength(1);
  await act(async () => {
    finish({ imported: anImportSummary() });
    await settle();
  });
  expect(button('Import…').getAttribute('aria-busy')).toBe('false');
});
