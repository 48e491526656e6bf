import * as v from 'valibot';
import { type Access, NO_ACCESS } from './access';
import type { PendingEdit } from './cooling';
import { type Door, SHUT_DOOR } from './door';
import type { Streak } from './nudge';
import { PASS_MINUTES } from './pass';
import { isPass } from './record-shapes';
import { NOT_REMINDED, type Reminded } from './reminder';
import { settingsEditSchema } from './settings-edit-schema';
import { NOTHING_SPENT, type Spent } from './spent';
import { type DayKey, dayKey } from './time';

// The rows of the state beside settings, rock and tracker. What does not pass is as it is at first.

const number = v.pipe(v.number(), v.finite());
const wait = { askedAt: number, opensAt: number };
const site = { site: v.string(), category: v.string() };

const asked = v.object({
  ...wait,
  ...site,
  tabId: number,
  address: v.string(),
  purpose: v.string(),
  minutes: v.picklist(PASS_MINUTES),
});

const heldPass = v.custom(
  row => isPass(row) && typeof (row as unknown as { tabId?: unknown }).tabId === 'number',
);

const door = v.object({
  asked: v.nullable(asked),
  asideAsked: v.nullable(v.object(wait)),
  passes: v.array(heldPass),
});

const pending = v.object({
  id: v.string(),
  edit: settingsEditSchema,
  askedAt: number,
  takesEffectAt: number,
});

const spent = v.object({ day: v.nullable(v.string()), byCategory: v.record(v.string(), number) });

const streak = v.object({ category: v.string(), since: number, nudgedAt: v.nullable(number) });

const dayOrNone = v.nullable(
  v.pipe(
    v.string(),
    v.check(text => dayKey(text) !== null),
  ),
);
const reminded = v.object({ start: dayOrNone, evening: dayOrNone });

const access = v.object({ seen: v.array(v.string()), taken: v.array(v.string()) });

const readAs =
  <T>(schema: v.GenericSchema, otherwise: T) =>
  (row: unknown): T =>
    v.is(schema, row) ? (row as T) : otherwise;

export const readDoor = readAs<Door>(door, SHUT_DOOR);
export const readSpent = readAs<Spent>(spent, NOTHING_SPENT);
export const readStreak = readAs<Streak | null>(streak, null);
export const readReminded = readAs<Reminded>(reminded, NOT_REMINDED);
export const readAccess = readAs<Access>(access, NO_ACCESS);

/** Each by itself: one that does not pass must not take the others with it. */
export const readPending = (rows: unknown): PendingEdit[] =>
  Array.isArray(rows) ? rows.filter((row): row is PendingEdit => v.is(pending, row)) : [];

export const readDayKey = (row: unknown): DayKey | null => (typeof row === 'string' ? dayKey(row) : null);
