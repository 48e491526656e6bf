import type { Settings } from './settings';
import { type DayKey, HOUR } from './time';

/** The question of a day: each of a person's questions in turn, a day each. */
export function questionOf(day: DayKey, { question, otherQuestions }: Settings): string {
  const questions = [question, ...otherQuestions];
  const days = Math.abs(Date.parse(day)) / (24 * HOUR);
  return questions[days % questions.length] ?? question;
}

/** What a day is about; empty where its weekday has no theme. */
export const themeOf = (day: DayKey, { themes }: Settings): string =>
  themes[Temporal.PlainDate.from(day).dayOfWeek - 1] ?? '';
