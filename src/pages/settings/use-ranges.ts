import type { HourRange } from '../../domain/settings';
import type { Fault } from '../../messages/requests';
import { type TextKey, text } from '../../ui/text';
import { useDraft } from '../../ui/use-draft';
import { type RangesFault, readRanges, type TypedRange, typedRange } from './hour-ranges';

export interface RangesProps {
  ranges: readonly HourRange[];
  save: (ranges: readonly HourRange[]) => Promise<Fault | null>;
}

/** Ranges as they stand in their fields. What is typed stays there until it makes sense. */
export function useRanges({ ranges, save }: RangesProps, overlap: TextKey) {
  const sentences: { [F in RangesFault]: TextKey } = {
    missing: 'settings_hours_missing',
    reversed: 'settings_hours_reversed',
    overlap,
  };
  return useDraft<readonly TypedRange[], readonly HourRange[]>({
    stored: ranges.map(typedRange),
    read: typed => {
      const read = readRanges(typed);
      if ('ranges' in read) return { value: read.ranges };
      return { refusal: { why: text(sentences[read.fault]), at: read.at } };
    },
    save,
  });
}
