import * as v from 'valibot';
import { deletionSchema } from '../domain/deletion';
import { PASS_MINUTES } from '../domain/pass';
import { settingsEditSchema, siteChoiceSchema } from '../domain/settings-edit-schema';
import type { Arguments, RequestName } from './requests';

// Lengths are the domain's to judge, in words; this bound only keeps a runaway message out of it.
const text = v.pipe(v.string(), v.maxLength(100_000));
const empty = v.strictObject({});
const draft = {
  title: text,
  firstStep: v.optional(text),
  why: v.optional(text),
  blocks: v.optional(v.boolean()),
};

/** The shape of every request's arguments. A request without one does not compile. */
export const SHAPES = {
  readToday: empty,
  pinRock: v.strictObject(draft),
  swapRock: v.strictObject(draft),
  pickUpRock: empty,
  finishRock: empty,
  describeProgress: v.strictObject({ movedForward: text }),
  reopenRock: empty,
  acknowledgeRestore: empty,
  readBlocked: v.strictObject({ address: text }),
  reportAttempt: v.strictObject({ address: text }),
  askForPass: v.strictObject({ address: text, purpose: text, minutes: v.picklist(PASS_MINUTES) }),
  beginPass: empty,
  answerPass: v.strictObject({ id: text, outcome: v.picklist(['yes', 'no']) }),
  askToPutAside: v.strictObject({ sentence: text }),
  putRockAside: empty,
  stopWaiting: v.strictObject({ what: v.picklist(['pass', 'aside']) }),
  leaveBlockPage: v.strictObject({ hasHistory: v.boolean() }),
  readDay: v.strictObject({ day: v.nullable(text) }),
  readPeriod: v.strictObject({ period: text }),
  keepReview: v.strictObject({ week: text, moved: text, inTheWay: text, next: text }),
  deleteHistory: v.strictObject({ what: deletionSchema }),
  exportAll: empty,
  // Long, and the domain's to judge place by place.
  importHistory: v.strictObject({ file: v.unknown(), preview: v.boolean() }),
  readSettings: empty,
  editSettings: v.union([settingsEditSchema, siteChoiceSchema]),
  cancelEdit: v.strictObject({ id: text }),
} satisfies { [N in RequestName]: v.GenericSchema<unknown, Arguments<N>> };
