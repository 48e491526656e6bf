import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { describe, expect, it } from 'vitest';

interface Rule {
  imports: string[];
  packages: string[];
}

/** The import table of docs/ARCHITECTURE.md. A folder or file named here may be imported whole. */
const RULES: Record<string, Rule> = {
  domain: { imports: [], packages: ['valibot', 'papaparse'] },
  messages: { imports: ['domain'], packages: ['valibot'] },
  storage: { imports: ['domain'], packages: ['dexie'] },
  browser: { imports: ['domain', 'messages'], packages: ['webextension-polyfill'] },
  background: { imports: ['domain', 'messages', 'storage', 'browser'], packages: [] },
  ui: { imports: ['domain', 'messages', 'browser/text'], packages: ['preact', 'd3-scale', 'd3-shape'] },
};

const PAGE: Rule = {
  imports: ['domain', 'messages', 'ui', 'browser/text'],
  packages: ['preact', 'zustand', 'd3-scale', 'd3-shape'],
};

/** What only a page's main.tsx may import beside: it puts the page together. */
const MAIN_IMPORTS = ['messaging', 'permissions', 'extension-info', 'shortcuts', 'toolbar-popup'].map(
  name => `browser/${name}`,
);

const ROOT = 'src';
const files = readdirSync(ROOT, { recursive: true, encoding: 'utf8' })
  .filter(name => /\.tsx?$/.test(name))
  .map(name => join(ROOT, name));

const layerOf = (path: string): string => {
  const [top = '', page = ''] = path.split(sep);
  return top === 'pages' ? `pages/${page}` : top;
};

const ruleFor = (layer: string): Rule | undefined => (layer.startsWith('pages/') ? PAGE : RULES[layer]);

const importsOf = (source: string): string[] =>
  [...source.matchAll(/^(?:import|export)\b(?:[^';]*?\bfrom)?\s*'([^']+)'|\bimport\('([^']+)'\)/gm)].map(
    ([, named, called]) => named ?? called ?? '',
  );

describe('imports follow the table', () => {
  it.each(files)('%s', file => {
    const path = relative(ROOT, file);
    const layer = layerOf(path);
    const rule = ruleFor(layer);
    expect(
      rule,
      `${file} is in a folder without a rule. Add it to the table, here and in the document.`,
    ).toBeDefined();
    const allowed = [...(rule?.imports ?? []), ...(path.endsWith('main.tsx') ? MAIN_IMPORTS : [])];
    for (const specifier of importsOf(readFileSync(file, 'utf8'))) {
      if (specifier.endsWith('.css') || specifier.endsWith('.json')) continue;
      if (!specifier.startsWith('.')) {
        const isAllowed = rule?.packages.some(name => specifier === name || specifier.startsWith(`${name}/`));
        expect(isAllowed, `${file} imports the package ${specifier}, which ${layer} may not use.`).toBe(true);
        continue;
      }
      const target = relative(ROOT, join(dirname(file), specifier))
        .split(sep)
        .join('/');
      const isOwn = target.startsWith(`${layer}/`);
      const isAllowed = isOwn || allowed.some(name => target === name || target.startsWith(`${name}/`));
      expect(
        isAllowed,
        `${file} imports ${target}. ${layer} may import only: ${allowed.join(', ') || 'itself'}.`,
      ).toBe(true);
    }
  });
});

describe('the domain is pure', () => {
  it.each(files.filter(file => layerOf(relative(ROOT, file)) === 'domain'))('%s', file => {
    const source = readFileSync(file, 'utf8');
    const impure =
      /Date\.now|new Date\(\)|Math\.random|Temporal\.Now|crypto\.|\b(?:window|document|browser|chrome)\.\w/;
    expect(
      impure.exec(source)?.[0],
      `${file} reads the clock, chance or the browser. Have it handed in.`,
    ).toBeUndefined();
  });
});

describe('the background starts in one turn', () => {
  it.each(files.filter(file => layerOf(relative(ROOT, file)) === 'background'))('%s', file => {
    const source = readFileSync(file, 'utf8');
    expect(
      /^await\b/m.test(source),
      `${file} awaits at the top level: listeners added later miss their event.`,
    ).toBe(false);
    if (!file.endsWith('index.ts')) {
      const clock = /Date\.now|Temporal\.Now|crypto\./.exec(source)?.[0];
      expect(clock, `${file} reads the clock or chance, which only index.ts may.`).toBeUndefined();
    }
  });
});

describe('no page puts markup together from text', () => {
  it.each(files)('%s', file => {
    expect(readFileSync(file, 'utf8')).not.toMatch(/dangerouslySetInnerHTML|\.innerHTML/);
  });
});

describe('no module needs one that needs it', () => {
  /** What a module needs when it is run: types alone are gone by then. */
  const needed = (file: string): string[] => {
    const source = readFileSync(file, 'utf8').replace(/^import type [^;]*;/gm, '');
    const values = source.replace(/^import \{(?:\s*type \w+,?)+\s*\} from '[^']*';/gm, '');
    return importsOf(values)
      .filter(specifier => specifier.startsWith('.'))
      .map(specifier => join(dirname(file), specifier))
      .flatMap(path => files.filter(other => other === `${path}.ts` || other === `${path}.tsx`));
  };
  const graph = new Map(files.map(file => [file, needed(file)]));

  const wayBack = (file: string): string[] | null => {
    const seen = new Set<string>();
    const walk = (from: string, way: string[]): string[] | null => {
      for (const next of graph.get(from) ?? []) {
        if (next === file) return [...way, next];
        if (seen.has(next)) continue;
        seen.add(next);
        const found = walk(next, [...way, next]);
        if (found) return found;
      }
      return null;
    };
    return walk(file, [file]);
  };

  it.each(files)('%s', file => {
    expect(wayBack(file), 'Which is run first is chance then: a constant may not be there yet.').toBeNull();
  });
});
