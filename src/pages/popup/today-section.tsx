import type { CategoryTime } from '../../domain/day-report';
import { type Duration, SECOND } from '../../domain/time';
import type { Today } from '../../messages/requests';
import { DurationText } from '../../ui/duration';
import { liveReport } from '../../ui/live-report';
import { Swatch, useColours } from '../../ui/swatch';
import { text } from '../../ui/text';
import { useNow } from '../../ui/use-now';

/** Where the day's time went, by category; what runs grows as one looks. */
export function TodaySection({ today }: { today: Today }) {
  const now = useNow(today.running !== null);
  const rows = liveReport(today, now).categories;
  const longest = Math.max(1, ...rows.map(row => row.time));
  return (
    <section class="block" aria-labelledby="today">
      <div class="headline">
        <h2 id="today" class="key">
          <span class="dot dot-ember" aria-hidden="true" />
          {text('popup_today')}
        </h2>
        <span class="amount">
          <DurationText of={rows.reduce((all, row) => all + row.time, 0)} />
        </span>
      </div>
      <ul class="bars">
        {rows.map(row => (
          <CategoryRow row={row} longest={longest} key={row.id} />
        ))}
      </ul>
    </section>
  );
}

function CategoryRow({ row, longest }: { row: CategoryTime; longest: Duration }) {
  const colourOf = useColours();
  return (
    <li class="bar-row">
      <span class="key">
        <Swatch category={row.id} />
        <bdi>{row.name}</bdi>
      </span>
      <span class="bar" aria-hidden="true">
        {row.time >= SECOND && (
          <span class="cat" data-cat={colourOf(row.id)} style={{ '--v': row.time / longest }} />
        )}
      </span>
      <span class="value">
        <DurationText of={row.time} />
      </span>
    </li>
  );
}
