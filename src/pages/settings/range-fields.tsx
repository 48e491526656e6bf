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
      <input
        {...field}
        aria-label={words.from(number)}
        value={range.from}
        onChange={event => change({ ...range, from: event.currentTarget.value })}
      />
      <span aria-hidden="true">{text('settings_between')}</span>
      <input
        {...field}
        aria-label={words.to(number)}
        value={range.to}
        onChange={event => change({ ...range, to: event.currentTarget.value })}
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
