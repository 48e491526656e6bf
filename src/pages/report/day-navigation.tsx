import { useRef } from 'preact/hooks';
import { addDays } from '../../domain/calendar';
import type { DayKey } from '../../domain/time';
import { dayText } from '../../ui/format';
import { text } from '../../ui/text';
import { hashOf } from './address';

/** The day as the page's heading, between the day before and the day after. */
export function DayNavigation({ day, today }: { day: DayKey; today: DayKey }) {
  const previous = useRef<HTMLButtonElement>(null);
  const goTo = (wanted: DayKey) => {
    location.hash = hashOf(wanted);
    // *Next* is disabled on today, and a disabled button would take the keyboard's place on the page with it.
    if (wanted === today) previous.current?.focus();
  };
  return (
    <div class="dates">
      <button
        type="button"
        class="btn btn-secondary btn-icon"
        aria-label={text('report_previous')}
        ref={previous}
        onClick={() => goTo(addDays(day, -1))}
      >
        <Chevron path="M15 6l-6 6 6 6" />
      </button>
      <h1 aria-live="polite">{dayText(day)}</h1>
      <button
        type="button"
        class="btn btn-secondary btn-icon"
        aria-label={text('report_next')}
        disabled={day >= today}
        onClick={() => goTo(addDays(day, 1))}
      >
        <Chevron path="M9 6l6 6-6 6" />
      </button>
      {day !== today && (
        <a class="btn btn-quiet" href={hashOf(today)}>
          {text('report_today')}
        </a>
      )}
    </div>
  );
}

function Chevron({ path }: { path: string }) {
  return (
    <svg class="icon turns" viewBox="0 0 24 24" aria-hidden="true">
      <path d={path} />
    </svg>
  );
}
