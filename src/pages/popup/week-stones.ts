import type { Rock } from '../../domain/rock';
import type { Today } from '../../messages/requests';

/** The seeds of the week's stones: those laid, in the order in which they were done, and those left on the ground. */
export function weekStones({ cairn, day }: Today): { laid: string[]; beside: string[] } {
  const pickedUp = new Set(cairn.map(rock => rock.carriedFrom));
  const laid = cairn.filter(rock => rock.status === 'done').sort((a, b) => doneAtOf(a) - doneAtOf(b));
  const beside = cairn.filter(rock => rock.status !== 'done' && rock.day < day && !pickedUp.has(rock.id));
  return { laid: laid.map(seedOf), beside: beside.map(seedOf) };
}

const doneAtOf = (rock: Rock): number => rock.doneAt ?? rock.pinnedAt;

const seedOf = (rock: Rock): string => rock.seed;
