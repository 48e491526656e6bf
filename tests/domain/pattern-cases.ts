import fc from 'fast-check';
import { parsePattern } from '../../src/domain/pattern';
import type { CategoryId } from '../../src/domain/settings';
import { EMAIL, SCOREBOARDS, SOCIAL } from '../../src/domain/settings';
import { type Reading, readingOf } from './pattern-reading';

/** A pattern as somebody typed it, as it is listed, and as the specification has it. */
export interface Listed {
  typed: string;
  pattern: string;
  reading: Reading;
  category: CategoryId;
}

/** Hosts that are one another's look-alikes, subdomains and neighbours. `%` is a place of their own. */
const HOSTS = [
  'facebook.com',
  'notfacebook.com',
  'facebook.com.evil.example',
  'm.facebook.com',
  'a.m.facebook.com',
  'xm.facebook.com',
  'bücher.example',
  'shop9.example',
];
const ODD_HOSTS = ['localhost', '10.0.0.1', '10.0.0.12', '[::1]', '[2001:db8::1]'];
const WILD_HOSTS = [
  '*.facebook.com',
  'm*.facebook.com',
  '*m.facebook.com',
  '*.*.facebook.com',
  'a.*.facebook.com',
  '*a.m.facebook.com',
];
const PATHS = [
  '',
  '',
  '/feed',
  '/feed/new',
  '/Feed',
  '/feedback',
  '/f*d',
  '/*/new',
  '/feed*',
  '/caf\u00e9',
  '/caf%C3%A9',
  '/a b',
  '/a+(b)',
  '/a.b',
  '/axb',
  '/*',
];
const BELOW = ['/1', '/new', '/new/2', 'x', '', '', '', '/x/new'];
const TAILS = [
  '',
  '',
  '',
  '?',
  '?a/new',
  '?q=facebook.com/feed',
  '#',
  '#/new',
  '?a#/feed',
  '/',
  ';v=1',
  ',x',
  '%2Fnew',
  '//',
];

const upper = (text: string) => text.toUpperCase();
const plain = (text: string) => text;
const one = <T>(...values: T[]) => fc.constantFrom(...values);

/** What makes no difference to what is meant. */
const spelling = fc.record({
  scheme: one('', '', 'https://', 'HTTP://'),
  user: one('', '', '', 'dana:secret@'),
  www: one('', '', 'www.'),
  dot: one('', '', '.'),
  port: one('', '', ':8080'),
  shout: one(plain, plain, upper),
  end: one('', '', '/', '?x=1', '#top'),
});

const host = fc.oneof(
  { weight: 6, arbitrary: one(...HOSTS) },
  { weight: 2, arbitrary: one(...WILD_HOSTS) },
  one(...ODD_HOSTS),
);

/** Hosts of a family lie in a domain of its own, so that families do not meet. */
export const inFamily = (name: string, family: string): string =>
  ODD_HOSTS.includes(name) || family === '' ? name : `${name}.${family}`;

const isOdd = (name: string): boolean => ODD_HOSTS.includes(name);

/** Lists of patterns, each pattern once. */
export const anyList = (family = '', least = 1): fc.Arbitrary<Listed[]> =>
  fc.uniqueArray(
    fc
      .record({
        sign: one('', '', '', '+', '+ '),
        name: family === '' ? host : host.filter(each => !isOdd(each)),
        path: one(...PATHS),
        spelling,
        category: one(SOCIAL, SOCIAL, SCOREBOARDS, EMAIL),
      })
      .map(({ sign, name, path, spelling: s, category }) => {
        const www = isOdd(name) ? '' : s.www;
        const full = `${s.scheme}${s.scheme === '' ? '' : s.user}${www}${inFamily(name, family)}${isOdd(name) ? '' : s.dot}${s.port}${path}${s.end}`;
        const typed = `${sign}${path.includes('%') ? full : s.shout(full)}`;
        const parsed = parsePattern(typed);
        if ('fault' in parsed) throw new Error(`${typed}: ${parsed.fault}`);
        return { typed, pattern: parsed.parts.pattern as string, reading: readingOf(typed), category };
      }),
    { minLength: least, maxLength: least + 7, selector: ({ pattern }) => pattern },
  );

/** Addresses near those patterns, as a browser writes them. */
export const anyAddress = (family = ''): fc.Arbitrary<string> =>
  fc
    .record({
      scheme: one('http', 'https'),
      user: one('', '', '', 'u@', 'facebook.com:1@'),
      sub: one('', '', 'www.', 'x.', 'm.', 'xm.', 'a.m.'),
      name:
        family === '' ? fc.oneof({ weight: 6, arbitrary: one(...HOSTS) }, one(...ODD_HOSTS)) : one(...HOSTS),
      dot: one('', '', '', '.'),
      port: one('', '', ':8080'),
      path: one(...PATHS.map(path => path.replaceAll('*', 'ee'))),
      below: one(...BELOW),
      tail: one(...TAILS),
      shout: one(plain, plain, upper),
    })
    .map(({ scheme, user, sub, name, dot, port, path, below, tail, shout }) => {
      const name_ = isOdd(name) ? name : `${sub}${inFamily(name, family)}${dot}`;
      const rest = path === '' && below !== '' && !below.startsWith('/') ? '' : `${shout(path)}${below}`;
      return new URL(
        `${scheme}://${user}${name_}${port}${rest}${tail.startsWith('/') || rest !== '' || /^[?#]/.test(tail) ? tail : ''}`,
      ).href;
    });
