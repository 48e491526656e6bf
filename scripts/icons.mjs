// Chrome takes no SVG for its toolbar, so the icons are drawn here, each size from its own drawing: at 16 pixels a
// stone scaled down from 128 would be a blur.
import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Resvg } from '@resvg/resvg-js';

const STATES = ['blocking', 'done', 'off'];
const SIZES = [16, 32, 48, 128];
const DRAWINGS = fileURLToPath(new URL('../src/ui/icons', import.meta.url));
const ICONS = fileURLToPath(new URL('../public/icons', import.meta.url));

/**
 * Writes public/icons: `<state>-<size>.png` for every state and size in pixels, and mark.svg. What is there already
 * is written over. Rejects if a drawing is missing or cannot be read.
 * @returns {Promise<void>}
 */
export async function drawIcons() {
  await mkdir(ICONS, { recursive: true });
  await copyFile(join(DRAWINGS, 'mark.svg'), join(ICONS, 'mark.svg'));
  await Promise.all(STATES.flatMap(state => SIZES.map(size => drawIcon(state, size))));
}

/**
 * @param {string} state
 * @param {number} size in pixels
 */
async function drawIcon(state, size) {
  const name = `${state}-${size}`;
  const drawing = new Resvg(await readFile(join(DRAWINGS, `${name}.svg`), 'utf8'), {
    fitTo: { mode: 'width', value: size },
    font: { loadSystemFonts: false },
  });
  await writeFile(join(ICONS, `${name}.png`), drawing.render().asPng());
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await drawIcons();
