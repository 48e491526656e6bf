import type { ChildProcess } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { pause } from './page-location';

/** The unit of /proc: the same on every Linux that browsers run on, whatever its kernel ticks by. */
const TICKS_PER_SECOND = 100;

/** SIGKILL to a process and all it started (Linux); resolves when the process has exited. */
export async function killTree(root: ChildProcess | null): Promise<void> {
  if (root?.pid === undefined) throw new Error('No process to kill');
  const tree = await treeOf(root.pid);
  for (const pid of tree) kill(pid);
  while (root.exitCode === null && root.signalCode === null) await pause(20);
  // The children hold the profile's locks until the kernel has taken them down.
  for (const pid of tree) while (await isAlive(pid)) await pause(20);
}

/** What a process and all it started have used of the processor up to now (Linux). */
export async function cpuSeconds(root: ChildProcess | null): Promise<number> {
  if (root?.pid === undefined) throw new Error('No process to measure');
  const used = await Promise.all((await treeOf(root.pid)).map(async pid => (await statusOf(pid)).ticks));
  return used.reduce((sum, ticks) => sum + ticks, 0) / TICKS_PER_SECOND;
}

async function treeOf(root: number): Promise<number[]> {
  const parents = await parentsByPid();
  const tree = [root];
  // `tree` grows while it is walked, so grandchildren are found too.
  for (const pid of tree) {
    for (const [child, parent] of parents) if (parent === pid) tree.push(child);
  }
  return tree;
}

async function parentsByPid(): Promise<Map<number, number>> {
  const pids = (await readdir('/proc')).filter(name => /^\d+$/.test(name)).map(Number);
  const entries = await Promise.all(pids.map(async pid => [pid, (await statusOf(pid)).parent] as const));
  return new Map(entries);
}

function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It ended by itself in between.
  }
}

async function isAlive(pid: number): Promise<boolean> {
  // In a container without an init process, what is dead may stay listed as a zombie for ever.
  const { state } = await statusOf(pid);
  return state !== '' && state !== 'Z' && state !== 'X';
}

interface Status {
  readonly state: string;
  readonly parent: number;
  /** What it has used of the processor itself, and what those it started had used when they ended. */
  readonly ticks: number;
}

async function statusOf(pid: number): Promise<Status> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  // "pid (name) state parent …", where the name may hold spaces and brackets.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const [state = '', parent] = fields;
  const ticks = fields.slice(11, 15).reduce((sum, field) => sum + Number(field), 0);
  return { state, parent: Number(parent), ticks };
}
