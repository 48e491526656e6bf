// Installs the packages when they are missing or older than the lock file. Needs nothing but Node.
import { existsSync, statSync } from 'node:fs';
import { run, step } from './steps.mjs';

const INSTALLED = 'node_modules/.package-lock.json';

/** @returns {Promise<boolean>} whether the packages are there */
export async function ensurePackages() {
  const isCurrent =
    existsSync(INSTALLED) && statSync(INSTALLED).mtimeMs >= statSync('package-lock.json').mtimeMs;
  return isCurrent || step('packages', () => run('npm', ['ci', '--no-audit', '--no-fund'], { quiet: true }));
}
