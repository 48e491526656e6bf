import * as v from 'valibot';
import { categoryIdSchema, colourSchema, policyTermsSchema } from './category-schema';
import type { SettingsEdit, SiteChoice } from './edit-settings';
import type { CategoryId } from './settings';
import {
  daySchema,
  dayStartSchema,
  daysOffSchema,
  guessesSchema,
  hourlyRateSchema,
  idleSecondsSchema,
  keepMonthsSchema,
  passesPerDaySchema,
  remindersSchema,
  signsSchema,
  workHoursSchema,
} from './settings-schema';

// Lengths are judged in words; this bound only keeps a runaway text out.
const text = v.pipe(v.string(), v.maxLength(100_000));
const category = v.pipe(
  text,
  v.transform(id => id as CategoryId),
);
const lines = v.pipe(v.array(text), v.maxLength(1000));
const look = { name: text, colour: colourSchema };
const site = v.strictObject({ pattern: text, category });

/** A change of the settings, as a page sends it and as it waits. */
export const settingsEditSchema: v.GenericSchema<unknown, SettingsEdit> = v.variant('edit', [
  v.strictObject({ edit: v.literal('add-site'), pattern: text, category }),
  v.strictObject({ edit: v.literal('remove-site'), pattern: text }),
  v.strictObject({ edit: v.literal('set-policy'), category, terms: policyTermsSchema }),
  v.strictObject({ edit: v.literal('set-work-hours'), workHours: workHoursSchema }),
  v.strictObject({ edit: v.literal('set-days-off'), daysOff: daysOffSchema }),
  v.strictObject({ edit: v.literal('set-day-start'), dayStart: dayStartSchema }),
  v.strictObject({ edit: v.literal('set-passes'), passesPerDay: passesPerDaySchema }),
  v.strictObject({ edit: v.literal('set-strict'), isStrict: v.boolean() }),
  v.strictObject({ edit: v.literal('set-watch'), watchFrom: v.nullable(daySchema) }),
  v.strictObject({ edit: v.literal('add-category'), category: categoryIdSchema, ...look }),
  v.strictObject({ edit: v.literal('set-category'), category, ...look }),
  v.strictObject({ edit: v.literal('remove-category'), category }),
  v.strictObject({ edit: v.literal('set-idle'), idleSeconds: idleSecondsSchema }),
  v.strictObject({ edit: v.literal('set-question'), question: text }),
  v.strictObject({ edit: v.literal('set-other-questions'), questions: lines }),
  v.strictObject({ edit: v.literal('set-themes'), themes: v.pipe(v.array(text), v.length(7)) }),
  v.strictObject({ edit: v.literal('set-reminders'), reminders: remindersSchema }),
  v.strictObject({ edit: v.literal('set-signs'), signs: signsSchema }),
  v.strictObject({ edit: v.literal('set-better-things'), betterThings: lines }),
  v.strictObject({ edit: v.literal('set-retention'), keepMonths: keepMonthsSchema }),
  v.strictObject({ edit: v.literal('set-guesses'), guesses: guessesSchema }),
  v.strictObject({ edit: v.literal('set-rate'), hourlyRate: hourlyRateSchema }),
]);

export const siteChoiceSchema: v.GenericSchema<unknown, SiteChoice> = v.strictObject({
  edit: v.literal('choose-sites'),
  add: v.pipe(v.array(site), v.maxLength(1000)),
  remove: v.pipe(v.array(text), v.maxLength(1000)),
});
