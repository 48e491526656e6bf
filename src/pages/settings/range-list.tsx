import { useRef } from 'preact/hooks';
import type { HourRange } from '../../domain/settings';
import { type TypedRange, typedRange } from './hour-ranges';
import { RangeFields, type RangeWords } from './range-fields';

export interface RangeListProps {
  typed: readonly TypedRange[];
  /** The range that does not make sense, and the element that says why. */
  refusedAt: number | null;
  faultId: string;
  words: RangeWords & { add: string; addInFull: string };
  /** What is added next; null where there is no room. */
  further: HourRange | null;
  /** Whether the last one may be taken away as well. */
  mayBeEmpty: boolean;
  change: (typed: readonly TypedRange[]) => void;
}

/** Ranges of the day, each with two fields, and a button for one more. */
export function RangeList(props: RangeListProps) {
  const { typed, refusedAt, faultId, words, further, mayBeEmpty, change } = props;
  const adding = useRef<HTMLButtonElement>(null);
  const remove = (index: number) => {
    // The keyboard's place must not go with the range.
    adding.current?.focus();
    change(typed.toSpliced(index, 1));
  };
  return (
    <>
      {typed.map((range, index) => (
        <RangeFields
          key={index}
          number={index + 1}
          range={range}
          words={words}
          faultId={refusedAt === index ? faultId : undefined}
          change={changed => change(typed.with(index, changed))}
          remove={mayBeEmpty || typed.length > 1 ? () => remove(index) : null}
        />
      ))}
      {further && (
        <button
          type="button"
          class="btn btn-quiet btn-dense"
          ref={adding}
          aria-label={words.addInFull}
          onClick={() => change([...typed, typedRange(further)])}
        >
          {words.add}
        </button>
      )}
    </>
  );
}
