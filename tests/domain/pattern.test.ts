import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { originOf, parsePattern, partsOf } from '../../src/domain/pattern';
import { runs } from '../fixtures/runs';

const spelled = (text: string) => {
  const parsed = parsePattern(text);
  return 'parts' in parsed ? parsed.parts.pattern : parsed.fault;
};

describe('parsePattern', () => {
  it.each([
    ['facebook.com', 'facebook.com'],
    ['  Facebook.COM ', 'facebook.com'],
    ['www.facebook.com', 'facebook.com'],
    ['https://www.facebook.com/', 'facebook.com'],
    ['http://facebook.com:8080/feed/', 'facebook.com/feed'],
    ['https://user:secret@facebook.com/feed?sort=new#top', 'facebook.com/feed'],
    ['facebook.com.', 'facebook.com'],
    ['linkedin.com/feed', 'linkedin.com/feed'],
    ['+linkedin.com/messaging', '+linkedin.com/messaging'],
    ['+ https://www.linkedin.com/messaging/', '+linkedin.com/messaging'],
    ['*.lightning.force.com/lightning/r/Dashboard*', '*.lightning.force.com/lightning/r/Dashboard*'],
    ['bücher.example', 'xn--bcher-kva.example'],
    ['localhost:3000', 'localhost'],
    ['192.168.1.10/board', '192.168.1.10/board'],
    ['facebook.com:443', 'facebook.com'],
    ['facebook.com:8080?tab=1', 'facebook.com'],
    ['localhost:3000#top', 'localhost'],
    ['www.gov.uk', 'gov.uk'],
    ['www.www.facebook.com', 'facebook.com'],
  ])('understands %s as %s', (text, pattern) => expect(spelled(text)).toBe(pattern));

  it.each([
    ['', 'empty'],
    ['   ', 'empty'],
    ['+', 'empty'],
    ['*', 'matches-everything'],
    ['*.*', 'matches-everything'],
    ['*.com', 'matches-everything'],
    ['https://*/feed', 'matches-everything'],
    ['reddit', 'not-a-host'],
    ['face book.com', 'not-a-host'],
    ['/feed', 'not-a-host'],
    ['facebook..com', 'not-a-host'],
    ['-.com', 'not-a-host'],
    ['mailto:dana@acme.example', 'not-a-web-address'],
    ['javascript:alert(1)', 'not-a-web-address'],
    ['ftp://files.example', 'not-a-web-address'],
    ['chrome-extension://abc/page.html', 'not-a-web-address'],
    [`${'a'.repeat(600)}.com`, 'too-long'],
    [`example.com/${'報'.repeat(60)}`, 'too-long'],
  ])('refuses %s: %s', (text, fault) => expect(spelled(text)).toBe(fault));

  it('leaves its own spelling as it is, whatever was typed', () => {
    const typed = fc.oneof(
      fc.webUrl({ withQueryParameters: true, withFragments: true }),
      fc.domain(),
      fc.string({ maxLength: 60 }),
      fc.stringMatching(/^\+?(\*\.)?[a-z]{1,5}\.[a-z]{2,4}(\/[a-zA-Z*%]{0,6}){0,3}$/),
    );
    fc.assert(
      fc.property(typed, text => {
        const once = parsePattern(text);
        if ('fault' in once) return;
        expect(parsePattern(once.parts.pattern)).toEqual(once);
        expect(partsOf(once.parts.pattern)).toEqual(once.parts);
      }),
      { numRuns: runs(2000) },
    );
  });
});

describe('originOf', () => {
  it.each([
    ['facebook.com', '*://*.facebook.com/*'],
    ['linkedin.com/feed', '*://*.linkedin.com/*'],
    ['*.lightning.force.com/x', '*://*.lightning.force.com/*'],
    ['app*.example.org', '*://*.example.org/*'],
    ['localhost:3000', '*://localhost/*'],
    ['10.0.0.1', '*://10.0.0.1/*'],
  ])('%s asks for %s', (text, origin) => {
    const parsed = parsePattern(text);
    expect('parts' in parsed && originOf(parsed.parts)).toBe(origin);
  });
});
