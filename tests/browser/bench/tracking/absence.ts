import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Page } from 'puppeteer-core';
import { PAGES, seconds, until } from '../../browsers';
import { html } from '../../harness/fake-answers';
import { isAudibleScript } from '../../page-script';
import { comparedByStretch } from './by-stretch';
import type { Desk } from './desk';
import type { Finding } from './finding';
import { readRecorded } from './recorded';
import type { Scenario } from './scenario';

/** Seconds without input after which nobody is there, as the product has it from the start. */
const IDLE = 60;
const unattended = { awake: false };

export const ABSENCE: readonly Scenario[] = [
  { name: 'another program in front', key: 'program', play: otherProgram },
  { name: 'idle, then back', key: 'idle', needs: unattended, play: idle },
  { name: 'idle while the tab plays', key: 'sound', needs: { ...unattended, sound: true }, play: playing },
];

async function otherProgram({ session, display, page, ledger, visit, leave }: Desk): Promise<Finding[]> {
  const browserWindow = await display.activeWindow();
  const program = spawn('xmessage', ['Another program'], {
    env: { ...process.env, DISPLAY: display.display },
    stdio: 'ignore',
  });
  try {
    const programWindow = await display.windowOf('--class', 'xmessage');
    const bring = async (id: string, site: string | null) => {
      ledger.attend(site);
      await display.xdotool('windowactivate', id);
      const isThere = () => page.evaluate(() => document.hasFocus());
      await until(async () => (await isThere()) === (id === browserWindow), 'The focus did not move');
    };
    await bring(browserWindow, null);
    await visit('https://www.facebook.com/', 'facebook.com');
    await seconds(10);
    await bring(programWindow, null);
    await seconds(10);
    await bring(browserWindow, 'facebook.com');
    await seconds(10);
    await leave();
  } finally {
    await ended(program);
  }
  return comparedByStretch(ledger, await readRecorded(session));
}

async function ended(program: ChildProcess): Promise<void> {
  if (program.exitCode !== null || program.signalCode !== null) return;
  program.kill();
  await once(program, 'exit');
}

async function idle({ session, display, ledger, visit, leave }: Desk): Promise<Finding[]> {
  await display.touch();
  await visit('https://www.facebook.com/', 'facebook.com');
  await seconds(20);
  await display.touch();
  ledger.attend(null);
  await seconds(IDLE + 5);
  await display.touch();
  ledger.attend('facebook.com');
  await seconds(20);
  await leave();
  return comparedByStretch(ledger, await readRecorded(session));
}

/** Who listens or watches is there without touching anything; when the sound stops, nobody is known to be. */
async function playing({ session, web, display, page, ledger, visit, leave }: Desk): Promise<Finding[]> {
  web.route('www.youtube.com', '/watch', () => html('Player', PLAYER));
  const looker = await session.openExtensionPage(PAGES.settings);
  await page.bringToFront();
  await display.touch();
  await visit('https://www.youtube.com/watch', 'youtube.com');
  await page.click('button');
  await until(() => isAudible(looker), 'The browser does not take the tab for audible');
  await display.touch();
  await seconds(IDLE + 10);
  await page.evaluate(() => dispatchEvent(new Event('stop')));
  ledger.attend(null);
  await until(async () => !(await isAudible(looker)), 'The tab never falls silent', 20_000);
  // On X, who ends a sound counts as having touched something: nobody is gone before this.
  await seconds(IDLE + 5);
  await leave();
  return comparedByStretch(ledger, await readRecorded(session));
}

const isAudible = (extensionPage: Page): Promise<boolean> => extensionPage.evaluate(isAudibleScript);

const PLAYER = `<button>Play</button><script>
  document.querySelector('button').onclick = () => {
    const context = new AudioContext();
    const tone = new OscillatorNode(context);
    tone.connect(context.destination);
    tone.start();
    addEventListener('stop', () => context.close());
  };
</script>`;
