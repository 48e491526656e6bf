import type { Pattern } from './pattern';
import type { CategoryId, Site } from './settings';

/** One line of the checklist at first run: a name a person knows, and the patterns that stand for it. */
export interface Preset {
  name: string;
  category: CategoryId;
  patterns: readonly Pattern[];
}

const social = (name: string, ...patterns: string[]) => preset(name, 'social', patterns);
const scores = (name: string, ...patterns: string[]) => preset(name, 'scoreboards', patterns);
const email = (name: string, ...patterns: string[]) => preset(name, 'email', patterns);

/** What the checklist offers. LinkedIn's exceptions are its work: messages, search, people, companies, sales. */
export const PRESETS: readonly Preset[] = [
  social('Facebook', 'facebook.com'),
  social('Instagram', 'instagram.com'),
  social(
    'LinkedIn',
    'linkedin.com',
    '+linkedin.com/messaging',
    '+linkedin.com/search',
    '+linkedin.com/in',
    '+linkedin.com/company',
    '+linkedin.com/sales',
  ),
  social('X', 'x.com', 'twitter.com'),
  social('Reddit', 'reddit.com'),
  social('TikTok', 'tiktok.com'),
  social('Threads', 'threads.net', 'threads.com'),
  social('Bluesky', 'bsky.app'),
  social('Pinterest', 'pinterest.com'),
  social('YouTube', 'youtube.com', 'youtu.be'),
  social('Snapchat', 'snapchat.com'),
  scores('Salesforce dashboards', '*.lightning.force.com/lightning/r/Dashboard*'),
  scores('HubSpot reports', 'app.hubspot.com/reports*'),
  scores('Ambition', 'ambition.com'),
  scores('Spinify', 'spinify.com'),
  scores('SalesScreen', 'salesscreen.com'),
  scores('Plecto', 'plecto.com'),
  scores('Hoopla', 'hoopla.net'),
  scores('ESPN', 'espn.com'),
  scores('Flashscore', 'flashscore.com'),
  scores('LiveScore', 'livescore.com'),
  scores('BBC Sport', 'bbc.co.uk/sport', 'bbc.com/sport'),
  scores('NBA', 'nba.com'),
  scores('NFL', 'nfl.com'),
  email('Gmail', 'mail.google.com'),
  email(
    'Outlook',
    'outlook.live.com',
    'outlook.office.com',
    'outlook.office365.com',
    'outlook.cloud.microsoft',
  ),
  email('Yahoo Mail', 'mail.yahoo.com'),
  email('iCloud Mail', 'icloud.com/mail'),
  email('Proton Mail', 'mail.proton.me'),
  email('Fastmail', 'app.fastmail.com'),
  email('Zoho Mail', 'mail.zoho.com', 'mail.zoho.eu'),
  email('AOL Mail', 'mail.aol.com'),
];

export function presetSites(): Site[] {
  return PRESETS.flatMap(({ patterns, category }) => patterns.map(pattern => ({ pattern, category })));
}

function preset(name: string, category: string, patterns: string[]): Preset {
  return { name, category: category as CategoryId, patterns: patterns as Pattern[] };
}
