import * as v from 'valibot';
import type { CategoryId } from '../domain/settings';
import { keepMonthsSchema, POLICIES, workHoursSchema } from '../domain/settings';
import type { Arguments, RequestName } from './requests';

// Lengths are the domain's to judge, in words; this bound only keeps a runaway message out of it.
const text = v.pipe(v.string(), v.maxLength(100_000));
const empty = v.strictObject({});
const category = v.pipe(
  text,
  v.transform(id => id as CategoryId),
);
const site = v.strictObject({ pattern: text, category });

const settingsEdit = v.variant('edit', [
  v.strictObject({ edit: v.literal('add-site'), pattern: text, category }),
  v.strictObject({ edit: v.literal('remove-site'), pattern: text }),
  v.strictObject({
    edit: v.literal('choose-sites'),
    add: v.pipe(v.array(site), v.maxLength(1000)),
    remove: v.pipe(v.array(text), v.maxLength(1000)),
  }),
  v.strictObject({ edit: v.literal('set-policy'), category, policy: v.picklist(POLICIES) }),
  v.strictObject({ edit: v.literal('set-work-hours'), workHours: workHoursSchema }),
  v.strictObject({ edit: v.literal('set-question'), question: text }),
  v.strictObject({ edit: v.literal('set-retention'), keepMonths: keepMonthsSchema }),
]);

/** The shape of every request's arguments. A request without one does not compile. */
export const SHAPES = {
  readToday: empty,
  pinRock: v.strictObject({
    title: text,
    firstStep: v.optional(text),
    why: v.optional(text),
    blocks: v.optional(v.boolean()),
  }),
  pickUpRock: empty,
  finishRock: empty,
  describeProgress: v.strictObject({ movedForward: text }),
  reopenRock: empty,
  acknowledgeRestore: empty,
  readBlocked: v.strictObject({ address: text }),
  reportAttempt: v.strictObject({ address: text }),
  leaveBlockPage: v.strictObject({ hasHistory: v.boolean() }),
  readDay: v.strictObject({ day: v.nullable(text) }),
  exportAll: empty,
  // Long, and the domain's to judge place by place.
  importHistory: v.strictObject({ file: v.unknown() }),
  readSettings: empty,
  editSettings: settingsEdit,
} satisfies { [N in RequestName]: v.GenericSchema<unknown, Arguments<N>> };
