import { seconds } from '../../browsers';
import type { Desk } from './desk';
import { compared, type Finding } from './finding';
import { readRecorded } from './recorded';
import type { Scenario } from './scenario';

const FACEBOOK = 'https://www.facebook.com/';
const GMAIL = 'https://mail.google.com/';

export const STEADY: readonly Scenario[] = [
  { name: 'one site, steady', key: 'steady', play: oneSite },
  { name: 'two sites, one after the other', key: 'two', play: twoSites },
  { name: 'worker killed every 5 s', key: 'killed', play: killedWorker },
  { name: 'browser killed (2 s may be lost)', key: 'crash', play: killedBrowser },
];

async function oneSite({ session, ledger, visit, leave }: Desk): Promise<Finding[]> {
  await visit(FACEBOOK, 'facebook.com');
  await seconds(30);
  await leave();
  return compared(ledger, await readRecorded(session));
}

async function twoSites({ session, ledger, visit, leave }: Desk): Promise<Finding[]> {
  await visit(FACEBOOK, 'facebook.com');
  await seconds(20);
  await visit(GMAIL, 'mail.google.com');
  await seconds(20);
  await leave();
  return compared(ledger, await readRecorded(session));
}

async function killedWorker({ session, ledger, visit, leave }: Desk): Promise<Finding[]> {
  await visit(FACEBOOK, 'facebook.com');
  for (let kill = 0; kill < 8; kill++) {
    await seconds(5);
    await session.killWorker();
  }
  await leave();
  return compared(ledger, await readRecorded(session));
}

async function killedBrowser({ session, ledger, visit }: Desk): Promise<Finding[]> {
  await visit(GMAIL, 'mail.google.com');
  await seconds(8);
  await visit(FACEBOOK, 'facebook.com');
  await seconds(11);
  ledger.attend(null);
  await session.crash();
  await seconds(3);
  await session.reopen();
  return compared(ledger, await readRecorded(session), 2);
}
