import { createHash, generateKeyPairSync } from 'node:crypto';
import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** What a packed extension brings: the public key that its id is made from. */
export interface Identity {
  readonly id: string;
  /** As the manifest of an installed extension holds it: DER, in base64. */
  readonly key: string;
}

interface Manifest {
  readonly key?: string;
  readonly version: string;
  readonly permissions?: readonly string[];
  readonly host_permissions?: readonly string[];
}

/** Where Chromium's preferences say that an extension came as a package, and that it is switched on. */
const INTERNAL = 1;
const ENABLED = 1;

/** The id that Chromium derives from a key, or from a path where there is none. */
export function idFrom(identity: string | Buffer): string {
  const digits = createHash('sha256').update(identity).digest('hex').slice(0, 32);
  return digits.replace(/./g, digit => String.fromCharCode('a'.charCodeAt(0) + Number.parseInt(digit, 16)));
}

export function newIdentity(): Identity {
  const { publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const der = publicKey.export({ type: 'spki', format: 'der' });
  return { id: idFrom(der), key: der.toString('base64') };
}

/**
 * Installs a build in a new profile as its package from the store would be. Chromium has such an extension, and its
 * rules, before the first tab is restored; one from `--load-extension` it has a moment later.
 */
export async function installInto(
  profileDir: string,
  buildDir: string,
  { id, key }: Identity,
): Promise<void> {
  const home = join(profileDir, 'Default');
  const manifest: Manifest = {
    ...JSON.parse(await readFile(join(buildDir, 'manifest.json'), 'utf8')),
    key,
  };
  const path = join(id, `${manifest.version}_0`);
  const folder = join(home, 'Extensions', path);
  await mkdir(folder, { recursive: true });
  await cp(buildDir, folder, { recursive: true });
  await writeFile(join(folder, 'manifest.json'), JSON.stringify(manifest));
  const permissions = {
    api: manifest.permissions ?? [],
    explicit_host: manifest.host_permissions ?? [],
    manifest_permissions: [],
    scriptable_host: [],
  };
  const settings = {
    [id]: {
      active_permissions: permissions,
      granted_permissions: permissions,
      from_webstore: false,
      location: INTERNAL,
      state: ENABLED,
      disable_reasons: [],
      path,
      manifest,
    },
  };
  await writeFile(join(home, 'Preferences'), JSON.stringify({ extensions: { settings } }));
}
