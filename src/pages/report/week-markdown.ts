import type { Reply } from '../../messages/requests';
import { clockText, dayText, durationText, numberText, shareText, spanText } from '../../ui/format';
import { text } from '../../ui/text';
import { averageOf } from './period-total';

/** A week as Markdown, for a message to a coach. */
export function weekMarkdown({
  period,
  days,
  rocks,
  categories,
  review,
  reclaimed,
}: Reply<'readPeriod'>): string {
  const worked = days.filter(({ isWorked }) => isWorked);
  const drift = days.reduce((sum, day) => sum + day.drift, 0);
  const total = categories.reduce((sum, { time }) => sum + time, 0);
  const gain = reclaimed.reduce((sum, { time }) => sum + time, 0);
  const done = rocks.filter(({ status }) => status === 'done');
  const answers = [
    [text('report_review_moved'), review?.moved],
    [text('report_review_way'), review?.inTheWay],
    [text('report_review_next'), review?.next],
  ] as const;
  const lines = [
    `# ${spanText(period.first, period.last)}`,
    '',
    `- ${text('report_total_label')}: **${durationText(drift)}**`,
    `- ${text('report_average')}: ${durationText(averageOf(worked))}`,
    `- ${text('report_finished')}: ${text('report_of', numberText(done.length), numberText(rocks.length))}`,
    ...(gain > 0 ? [`- ${text('report_reclaimed')}: ${durationText(gain)}`] : []),
    '',
    ...rocks.map(({ day, title, status, doneAt, zone, movedForward }) => {
      const end = status === 'done' && doneAt !== null ? ` (${clockText(doneAt, zone)})` : '';
      const moved = movedForward === null ? '' : `: ${escaped(movedForward)}`;
      return `- [${status === 'done' ? 'x' : ' '}] ${dayText(day)}, ${escaped(title)}${end}${moved}`;
    }),
    ...(rocks.length > 0 ? [''] : []),
    `| ${text('report_category')} | ${text('report_time')} | ${text('report_share')} | ${text('report_checks')} | ${text('report_attempts')} |`,
    '| --- | ---: | ---: | ---: | ---: |',
    ...categories.map(
      ({ name, time, checks, attempts }) =>
        `| ${escaped(name)} | ${durationText(time)} | ${shareText(total === 0 ? 0 : time / total)} | ${numberText(checks)} | ${numberText(attempts)} |`,
    ),
    ...answers.flatMap(([question, answer]) => (answer ? ['', `**${question}** ${escaped(answer)}`] : [])),
  ];
  return `${lines.join('\n')}\n`;
}

/** What Markdown would take for its own, a line of its own among it. */
const escaped = (words: string): string =>
  words.replace(/[\\`*_[\]<>|#]/g, '\\$&').replace(/\s*\n\s*/g, ' / ');
