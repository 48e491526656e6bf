import { DateTimeField } from '../../ui/date-time-field';
import { text } from '../../ui/text';
import { Cross } from './cross';
import type { TypedRange } from './hour-ranges';

/** How the fields of a range are named; 1 is the first. */
export interface RangeWords {
  from: (number: number) => string;
  to: (number: number) => string;
  remove: (range: TypedRange) => string;
}

interface RangeFieldsProps {
  number: number;
  range: TypedRange;
  words: RangeWords;
  faultId: string | undefined;
  change: (range: TypedRange) => void;
  remove: (() => void) | null;
}

export function RangeFields({ number, range, words, faultId, change, remove }: RangeFieldsProps) {
  const field = {
    class: 'input input-dense input-time',
    type: 'time',
    'aria-invalid': faultId !== undefined,
    'aria-describedby': faultId,
  } as const;
  return (
    <span class="span">
      <DateTimeField
        {...field}
        aria-label={words.from(number)}
        value={range.from}
        onSettle={from => change({ ...range, from })}
      />
      <span aria-hidden="true">{text('settings_between')}</span>
      <DateTimeField
        {...field}
        aria-label={words.to(number)}
        value={range.to}
        onSettle={to => change({ ...range, to })}
      />
      {remove && (
        <button
          type="button"
          class="btn btn-quiet take-away"
          aria-label={words.remove(range)}
          onClick={remove}
        >
          <Cross />
        </button>
      )}
    </span>
  );
}
