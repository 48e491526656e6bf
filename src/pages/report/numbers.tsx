import type { ComponentChildren } from 'preact';
import { text } from '../../ui/text';

export interface NumbersProps {
  /** What the table is of. */
  caption: string;
  /** The heads of its columns; the first is of the rows. */
  columns: readonly string[];
  /** Rows. */
  children: ComponentChildren;
}

/** The figures behind a picture, as a table that can be opened. */
export function Numbers({ caption, columns, children }: NumbersProps) {
  return (
    <details class="numbers">
      <summary>{text('report_numbers')}</summary>
      <div class="scrolls">
        <table class="table">
          <caption class="visually-hidden">{caption}</caption>
          <thead>
            <tr>
              {columns.map((column, i) => (
                <th key={column} scope="col" class={i === 0 ? undefined : 'end'}>
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>{children}</tbody>
        </table>
      </div>
    </details>
  );
}
