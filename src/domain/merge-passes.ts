import type { Pass } from './pass';

/** The passes of a file that ours lack, and those of which the file alone knows the outcome. */
export function mergePasses(
  ours: readonly Pass[],
  brought: readonly Pass[],
): { added: Pass[]; changed: Pass[] } {
  const own = new Map(ours.map(pass => [pass.id, pass]));
  const changed = brought.flatMap(({ id, outcome }) => {
    const same = own.get(id);
    return same?.outcome === null && outcome !== null ? [{ ...same, outcome }] : [];
  });
  return { added: brought.filter(({ id }) => !own.has(id)), changed };
}
