import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Readable } from 'node:stream';
import { promisify } from 'node:util';
import { pause } from './page-location';

export interface Display {
  /** ':99', say. */
  readonly display: string;
  /** Runs xdotool and gives what it prints. */
  xdotool(...args: (string | number)[]): Promise<string>;
  /** Waits for a window to be shown that `xdotool search` finds so; what X knows it by. */
  windowOf(by: '--name' | '--class', pattern: string): Promise<string>;
  /**
   * Does something, and waits for the menu, the question or the notification that it opens: a window of the browser's
   * own, no page. What X knows it by.
   */
  opening(action: () => Promise<unknown>): Promise<string>;
  /** A click in the middle of a window. */
  clickOn(window: string): Promise<void>;
  /** What X knows the window with the focus by; empty while there is none. */
  activeWindow(): Promise<string>;
  /** A movement of the mouse, so that the person counts as being there. */
  touch(): Promise<void>;
  /** Touches every `every` milliseconds until the returned function is called. */
  keepAwake(every?: number): () => void;
  close(): Promise<void>;
}

const run = promisify(execFile);

/** A screen of its own with a window manager, without which no window would ever have the focus. */
export async function startDisplay(): Promise<Display> {
  // Xvfb picks a free number itself and writes it to file descriptor 3.
  const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1280x900x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const display = `:${await firstLine(server.stdio[3] as Readable)}`;
  const env = { ...process.env, DISPLAY: display };
  const openbox = spawn('openbox', [], { env, stdio: 'ignore' });

  const xdotool = async (...args: (string | number)[]) =>
    (await run('xdotool', args.map(String), { env })).stdout.trim();

  const windowOf = async (by: '--name' | '--class', pattern: string) => {
    for (let tries = 0; tries < 100; tries++) {
      // It fails while there is none, and also when any window goes away during its search.
      const found = await xdotool('search', '--onlyvisible', by, pattern).catch(() => '');
      const [id = ''] = found.split('\n');
      if (id !== '') return id;
      await pause(50);
    }
    throw new Error(`No window with ${by} ${pattern}`);
  };

  const windows = async () => {
    const found = await xdotool('search', '--onlyvisible', '--maxdepth', 1, '--name', '.*').catch(() => '');
    return found.split('\n').filter(id => id !== '');
  };

  const opening = async (action: () => Promise<unknown>) => {
    const before = new Set(await windows());
    await action();
    for (let tries = 0; tries < 200; tries++) {
      const opened = (await windows()).find(id => !before.has(id));
      if (opened) return opened;
      await pause(50);
    }
    throw new Error('No menu and no question has opened');
  };

  const clickOn = async (window: string) => {
    const geometry = await xdotool('getwindowgeometry', '--shell', window);
    const [, width, height] = /WIDTH=(\d+)\s+HEIGHT=(\d+)/.exec(geometry) ?? [];
    await xdotool('mousemove', '--window', window, Number(width) / 2, Number(height) / 2, 'click', 1);
  };

  let step = 1;
  const touch = async () => {
    step = -step;
    await xdotool('mousemove_relative', '--', step, 0);
  };

  return {
    display,
    xdotool,
    windowOf,
    opening,
    clickOn,
    // It fails while the focus is on its way from one window to another.
    activeWindow: () => xdotool('getactivewindow').catch(() => ''),
    touch,
    keepAwake: (every = 5000) => {
      const timer = setInterval(() => void touch().catch(() => {}), every);
      return () => clearInterval(timer);
    },
    close: async () => {
      await end(openbox);
      await end(server);
    },
  };
}

async function firstLine(stream: Readable): Promise<string> {
  let text = '';
  for await (const chunk of stream) {
    text += String(chunk);
    if (text.includes('\n')) break;
  }
  if (text === '') throw new Error('Xvfb did not start');
  return text.trim();
}

async function end(process: ChildProcess): Promise<void> {
  if (process.exitCode !== null || process.signalCode !== null) return;
  process.kill();
  await once(process, 'exit');
}
