import Dexie from 'dexie';
import { describe, expect, it } from 'vitest';
import { troubleOf } from '../../src/storage/trouble';

const called = (name: string, more: object = {}) => Object.assign(new Error(name), { name, ...more });

describe('trouble is told apart by the name of the error', () => {
  it.each([
    ['VersionError', 'database-newer'],
    ['QuotaExceededError', 'disk-full'],
    ['SecurityError', 'storage-refused'],
    ['InvalidStateError', 'storage-refused'],
    ['AbortError', 'database'],
    ['UpgradeAborted', 'upgrade-unfinished'],
    ['BlockedError', 'upgrade-unfinished'],
    ['UnknownError', 'database'],
    ['Error', 'database'],
  ])('%s is %s', (name, trouble) => {
    expect(troubleOf(called(name))).toBe(trouble);
    expect(troubleOf(new Dexie.OpenFailedError('It does not open.', called(name)))).toBe(trouble);
  });

  it('as deep as it lies', () => {
    const full = called('QuotaExceededError');
    expect(troubleOf(called('AbortError', { inner: called('UnknownError', { cause: full }) }))).toBe(
      'disk-full',
    );
    expect(troubleOf(called('BulkError', { failures: [called('AbortError'), full] }))).toBe('disk-full');
  });

  it('also of what holds itself, and of what is no error', () => {
    const loop: Error & { inner?: Error } = called('UpgradeAborted');
    loop.inner = loop;
    expect(troubleOf(loop)).toBe('upgrade-unfinished');
    expect([null, undefined, 'VersionError', 7].map(troubleOf)).toEqual(Array(4).fill('database'));
  });
});
