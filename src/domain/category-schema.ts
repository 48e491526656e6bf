import * as v from 'valibot';
import { MAX_CATEGORY_NAME, MAX_RANGES } from './limits';
import {
  type Category,
  type CategoryId,
  COLOURS,
  type HourRange,
  PLAIN_TERMS,
  POLICIES,
  plainColour,
} from './settings';

export const categoryIdSchema = v.pipe(
  v.string(),
  v.regex(/^[a-z0-9-]{1,40}$/),
  v.transform(id => id as CategoryId),
);

/** A whole number within these. */
export const whole = (least: number, most: number) =>
  v.pipe(v.number(), v.integer(), v.minValue(least), v.maxValue(most));

const minute = whole(0, 24 * 60);

const range = v.pipe(
  v.tuple([minute, minute]),
  v.check(([from, to]) => from < to, 'ends-before-it-starts'),
  v.transform(([from, to]): HourRange => [from, to]),
);

export const rangesSchema = v.pipe(v.array(range), v.maxLength(MAX_RANGES));

const terms = {
  policy: v.picklist(POLICIES),
  windows: rangesSchema,
  limitMinutes: whole(1, 24 * 60),
  endsWhenDone: v.boolean(),
  insidePages: v.boolean(),
  nudgeMinutes: v.nullable(whole(1, 240)),
};

export const policyTermsSchema = v.strictObject(terms);

export const colourSchema = v.picklist(COLOURS);

/** Categories written before there were terms beside the policy, or colours, lack them. */
const category = v.object({
  id: categoryIdSchema,
  name: v.pipe(v.string(), v.minLength(1), v.maxLength(MAX_CATEGORY_NAME)),
  colour: v.optional(colourSchema),
  policy: terms.policy,
  windows: v.optional(terms.windows, () => [...PLAIN_TERMS.windows]),
  limitMinutes: v.optional(terms.limitMinutes, PLAIN_TERMS.limitMinutes),
  endsWhenDone: v.optional(terms.endsWhenDone, PLAIN_TERMS.endsWhenDone),
  insidePages: v.optional(terms.insidePages, PLAIN_TERMS.insidePages),
  nudgeMinutes: v.optional(terms.nudgeMinutes, PLAIN_TERMS.nudgeMinutes),
});

export const categorySchema = v.pipe(
  category,
  v.transform(
    ({ id, name, colour, ...terms }): Category => ({ id, name, colour: colour ?? plainColour(id), ...terms }),
  ),
);
