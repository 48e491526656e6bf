import { cp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { originsOf } from '../../../../src/domain/origin';
import { presetSites } from '../../../../src/domain/presets';
import { folderOf } from '../../browsers';
import type { BrowserKind } from '../../harness/browser-session';

/** The build with access to the sites of the presets from the start, as somebody has it who allowed them: no others. */
export async function grantedBuild(kind: BrowserKind): Promise<string> {
  const folder = join(tmpdir(), `granted-${kind}-${process.pid}`);
  await rm(folder, { recursive: true, force: true });
  await cp(folderOf(kind, 'e2e'), folder, { recursive: true });
  const path = join(folder, 'manifest.json');
  const manifest: object = JSON.parse(await readFile(path, 'utf8'));
  await writeFile(path, JSON.stringify({ ...manifest, host_permissions: originsOf(presetSites()) }));
  return folder;
}
