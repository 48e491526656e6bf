import { text } from '../../ui/text';
import { furtherRange, type RangeHabit, type TypedRange } from './hour-ranges';
import { RangeList } from './range-list';
import type { TermFieldProps } from './term-field';
import { useRanges } from './use-ranges';

const HABIT: RangeHabit = { usual: [9 * 60, 9 * 60 + 20], length: 20 };

/** When the sites of a category are open. */
export function WindowsField({ category: { id, name, windows }, save }: TermFieldProps) {
  const { typed, refusal, settle } = useRanges(
    { ranges: windows, save: ranges => save({ windows: ranges }) },
    'settings_windows_overlap',
  );
  const faultId = `windows-${id}-fault`;
  return (
    <div class="windows">
      <span>{text(typed.length === 0 ? 'settings_no_windows' : 'settings_windows')}</span>
      <div class="spans">
        <RangeList
          typed={typed}
          refusedAt={refusal?.at ?? null}
          faultId={faultId}
          words={wordsOf(name)}
          further={furtherRange(windows, HABIT)}
          mayBeEmpty
          change={changed => void settle(changed)}
        />
      </div>
      <p class="error" id={faultId} role="alert">
        {refusal?.why}
      </p>
    </div>
  );
}

const wordsOf = (category: string) => ({
  from: (number: number) => text('settings_window_from', category, number),
  to: (number: number) => text('settings_window_to', category, number),
  remove: ({ from, to }: TypedRange) => text('settings_window_remove', from, to, category),
  add: text('settings_window_add'),
  addInFull: text('settings_window_add_to', category),
});
