import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pause } from './page-location';

/** A loudspeaker that nobody hears, without which a browser may not play at all. */
export interface Sound {
  /** For the browser that is to have it. */
  readonly env: Readonly<Record<string, string>>;
  close(): Promise<void>;
}

export async function startSound(): Promise<Sound> {
  const folder = await mkdtemp(join(tmpdir(), 'sound-'));
  const socket = join(folder, 'native');
  const loads = ['module-null-sink', `module-native-protocol-unix auth-anonymous=1 socket=${socket}`];
  const server = spawn(
    'pulseaudio',
    [
      '-n',
      '--daemonize=no',
      '--use-pid-file=no',
      '--exit-idle-time=-1',
      ...loads.map(load => `--load=${load}`),
    ],
    { env: { ...process.env, XDG_RUNTIME_DIR: folder, HOME: folder }, stdio: 'ignore' },
  );
  const failed = once(server, 'error').then(([error]) => Promise.reject(error));
  const ready = async () => {
    while (!(await stat(socket).catch(() => null))) {
      if (server.exitCode !== null) throw new Error(`pulseaudio ended with ${server.exitCode}`);
      await pause(50);
    }
  };
  await Promise.race([failed, ready()]);
  return {
    env: { PULSE_SERVER: `unix:${socket}` },
    close: async () => {
      if (server.exitCode === null) {
        server.kill();
        await once(server, 'exit');
      }
      await rm(folder, { recursive: true, force: true });
    },
  };
}
