import { seconds, startWith } from '../../browsers';
import type { BrowserKind, BrowserSession, SessionOptions } from '../../harness/browser-session';
import { startChromium } from '../../harness/chromium';
import { startDisplay } from '../../harness/display';
import type { FakeWeb } from '../../harness/fake-web';
import { startFirefox } from '../../harness/firefox';
import { cpuSeconds } from '../../harness/process-tree';
import { countWorkerStarts } from '../../worker-state';
import { grantedBuild } from './granted-build';

/** What is in front while it is measured, and whether somebody is there. */
export interface Situation {
  readonly name: string;
  readonly address: string;
  readonly attended: boolean;
}

/** What a browser used meanwhile. */
export interface Used {
  /** Seconds of the processor, of each tenth of the time. */
  readonly cpu: readonly number[];
  /** Null without the extension. */
  readonly workerStarts: number | null;
}

/** By then a browser has done what it does after its start, and who left at its start counts as gone. */
const SETTLING = 75;
const PARTS = 10;

/** A browser with the extension or, where `isBare`, the same without any. */
export async function startWithOrWithout(
  kind: BrowserKind,
  isBare: boolean,
  options: Omit<SessionOptions, 'extensionDir'>,
): Promise<BrowserSession> {
  if (!isBare) return startWith(kind, { ...options, extensionDir: await grantedBuild(kind) });
  const start = kind === 'chromium' ? startChromium : startFirefox;
  return start({ ...options, extensionDir: null });
}

export async function usedBy(
  kind: BrowserKind,
  isBare: boolean,
  { address, attended }: Situation,
  fakeWeb: FakeWeb,
  length: number,
): Promise<Used> {
  const display = await startDisplay();
  const session = await startWithOrWithout(kind, isBare, { fakeWeb, display: display.display });
  const letGo = attended ? display.keepAwake(20_000) : () => undefined;
  try {
    const page = await session.openPage(address);
    for (const other of await session.browser().pages()) if (other !== page) await other.close();
    await page.bringToFront();
    await display.touch();
    await seconds(SETTLING);
    const starts = isBare ? null : await countWorkerStarts(session);
    const cpu = await cpuByParts(session, length);
    return { cpu, workerStarts: starts && (await starts()) };
  } finally {
    letGo();
    await session.close();
    await display.close();
  }
}

async function cpuByParts(session: BrowserSession, length: number): Promise<number[]> {
  const process = session.browser().process();
  const used = [await cpuSeconds(process)];
  for (let part = 0; part < PARTS; part++) {
    await seconds(length / PARTS);
    used.push(await cpuSeconds(process));
  }
  return used.slice(1).map((seen, i) => seen - (used[i] ?? 0));
}
