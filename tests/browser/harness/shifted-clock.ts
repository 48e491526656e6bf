import { execFile } from 'node:child_process';
import { mkdtemp, open, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';

/** A calendar clock of a browser's own, which can be set while it runs (Linux, with a C compiler). */
export interface ShiftedClock {
  /** For the browser that is to have it. */
  readonly env: Readonly<Record<string, string>>;
  /** What it shows at a moment of the real clock, as it is set now. Milliseconds since 1970. */
  at(moment: number): number;
  /** Sets it, as a person does, or as a computer that slept finds it. */
  set(now: number): Promise<void>;
  /** Forward by so many milliseconds, or back. */
  jump(by: number): Promise<void>;
  close(): Promise<void>;
}

const SOURCE = resolve('tests/browser/harness/shifted-clock.c');

/**
 * libfaketime does as much, but Chromium and Firefox hang in it where it replaces what threads wait by; this replaces
 * nothing but the reading of the calendar clock.
 */
export async function shiftedClock(zone: string): Promise<ShiftedClock> {
  const folder = await mkdtemp(join(tmpdir(), 'shifted-clock-'));
  const [library, shiftFile] = [join(folder, 'shifted-clock.so'), join(folder, 'shift')];
  await promisify(execFile)('cc', ['-O2', '-shared', '-fPIC', '-o', library, SOURCE]);
  await writeFile(shiftFile, Buffer.alloc(8));
  const file = await open(shiftFile, 'r+');
  let shift = 0;

  const shiftBy = async (milliseconds: number) => {
    shift = Math.round(milliseconds);
    const bytes = Buffer.alloc(8);
    bytes.writeBigInt64LE(BigInt(shift));
    await file.write(bytes, 0, 8, 0);
  };

  return {
    env: { LD_PRELOAD: library, SHIFTED_CLOCK: shiftFile, TZ: zone },
    at: moment => moment + shift,
    set: now => shiftBy(now - Date.now()),
    jump: by => shiftBy(shift + by),
    close: async () => {
      await file.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
