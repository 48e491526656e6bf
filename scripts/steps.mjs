// What the scripts share: running a command as a named step, and saying how it went.
import { spawn } from 'node:child_process';

/**
 * Runs a command with its output shown.
 * @param {string} command
 * @param {string[]} args
 * @param {{ env?: NodeJS.ProcessEnv, quiet?: boolean }} [options] `quiet` shows the output only on failure
 * @returns {Promise<boolean>} whether it exited with 0
 */
export function run(command, args, { env, quiet = false } = {}) {
  return new Promise(resolve => {
    const child = spawn(command, args, {
      stdio: quiet ? ['ignore', 'pipe', 'pipe'] : ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, ...env },
      shell: process.platform === 'win32',
    });
    /** @type {Buffer[]} */
    const output = [];
    child.stdout?.on('data', chunk => output.push(chunk));
    child.stderr?.on('data', chunk => output.push(chunk));
    child.on('error', error => {
      console.error(`${command}: ${error.message}`);
      resolve(false);
    });
    child.on('close', code => {
      if (quiet && code !== 0) process.stderr.write(Buffer.concat(output));
      resolve(code === 0);
    });
  });
}

/**
 * Runs a named step and prints how long it took.
 * @param {string} name
 * @param {() => Promise<boolean>} work
 * @returns {Promise<boolean>}
 */
export async function step(name, work) {
  const from = performance.now();
  const passed = await work();
  const seconds = ((performance.now() - from) / 1000).toFixed(1);
  console.log(`${passed ? 'ok    ' : 'FAILED'} ${name} (${seconds} s)`);
  return passed;
}

/** A command of an installed package. */
export const tool = (/** @type {string} */ name) => `node_modules/.bin/${name}`;
