// Builds the extension: `dist/chrome` and `dist/firefox`, with `--e2e` the same for automated browsers in `dist/e2e`.
import { build } from 'vite';
import { drawIcons } from './icons.mjs';

const folder = process.argv.includes('--e2e') ? 'e2e/' : '';

await drawIcons();
for (const browser of ['chrome', 'firefox']) {
  await build({ mode: `${folder}${browser}`, logLevel: 'warn' });
  console.log(`dist/${folder}${browser}`);
}
