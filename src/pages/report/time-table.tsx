import type { ComponentChildren } from 'preact';
import { Scrolls } from '../../ui/scrolls';
import { type TextKey, text } from '../../ui/text';

export interface TimeTableProps {
  caption: TextKey;
  columns: readonly TextKey[];
  /** Rows. */
  children: ComponentChildren;
  /** How many of the columns, from the first on, are words; the others are figures. */
  words?: number;
}

/** A table of times: words first, then figures. */
export function TimeTable({ caption, columns, children, words = 1 }: TimeTableProps) {
  return (
    <Scrolls label={text(caption)}>
      <table class="table">
        <caption class="visually-hidden">{text(caption)}</caption>
        <thead>
          <tr>
            {columns.map((column, i) => (
              <th key={column} scope="col" class={i < words ? undefined : 'end'}>
                {text(column)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </Scrolls>
  );
}
