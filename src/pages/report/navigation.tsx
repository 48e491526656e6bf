import { useRef } from 'preact/hooks';
import { addDays } from '../../domain/calendar';
import { periodAfter, periodBefore, periodWith } from '../../domain/period';
import type { DayKey } from '../../domain/time';
import { DateTimeField } from '../../ui/date-time-field';
import { type TextKey, text } from '../../ui/text';
import { dayHash, periodHash, VIEWS, type ViewKind, viewHash } from './address';
import { headingOf } from './heading';
import { dayIn } from './neighbours';
import type { View } from './store';

const NAMES: { [V in ViewKind]: TextKey } = {
  day: 'report_view_day',
  week: 'report_view_week',
  month: 'report_view_month',
  year: 'report_view_year',
};

/** The ways to the other views, and what is shown as the page's heading between what comes before and after it. */
export function Navigation({ shown }: { shown: View }) {
  const day = dayIn(shown);
  const kind = kindOf(shown);
  return (
    <>
      <nav class="tabs views" aria-label={text('report_views')}>
        {VIEWS.map(view => (
          <a key={view} href={viewHash(view, day)} aria-current={view === kind ? 'page' : undefined}>
            {text(NAMES[view])}
          </a>
        ))}
      </nav>
      <Dates shown={shown} day={day} />
    </>
  );
}

function Dates({ shown, day }: { shown: View; day: DayKey }) {
  const previous = useRef<HTMLButtonElement>(null);
  const { today } = shown.report;
  const { before, after, current } = waysFrom(shown, day);
  const goTo = (wanted: string) => {
    location.hash = wanted;
    // *Next* is disabled on what is going on, and a disabled button would take the keyboard's place with it.
    if (wanted === current) previous.current?.focus();
  };
  return (
    <div class="dates">
      <button
        type="button"
        class="btn btn-secondary btn-icon"
        aria-label={text('report_previous')}
        ref={previous}
        onClick={() => goTo(before)}
      >
        <Chevron path="M15 6l-6 6 6 6" />
      </button>
      <h1 aria-live="polite">{headingOf(shown)}</h1>
      <button
        type="button"
        class="btn btn-secondary btn-icon"
        aria-label={text('report_next')}
        disabled={after === null}
        onClick={() => after !== null && goTo(after)}
      >
        <Chevron path="M9 6l6 6-6 6" />
      </button>
      <DateTimeField
        class="input input-dense choose"
        type="date"
        aria-label={text('report_choose')}
        max={today}
        value={day}
        onSettle={wanted => {
          if (wanted !== '') location.hash = viewHash(kindOf(shown), wanted as DayKey);
        }}
      />
      {after !== null && (
        <a class="btn btn-quiet" href={current}>
          {text(kindOf(shown) === 'day' ? 'report_today' : 'report_current')}
        </a>
      )}
    </div>
  );
}

const kindOf = (shown: View): ViewKind => (shown.view === 'day' ? 'day' : shown.report.period.kind);

/** Where *Previous* and *Next* lead, the latter null where nothing has come yet; and to what is going on. */
function waysFrom(shown: View, day: DayKey): { before: string; after: string | null; current: string } {
  const { today } = shown.report;
  if (shown.view === 'day') {
    const after = day < today ? dayHash(addDays(day, 1)) : null;
    return { before: dayHash(addDays(day, -1)), after, current: dayHash(today) };
  }
  const { period } = shown.report;
  const after = period.last < today ? periodHash(periodAfter(period)) : null;
  return {
    before: periodHash(periodBefore(period)),
    after,
    current: periodHash(periodWith(period.kind, today)),
  };
}

function Chevron({ path }: { path: string }) {
  return (
    <svg class="icon turns" viewBox="0 0 24 24" aria-hidden="true">
      <path d={path} />
    </svg>
  );
}
