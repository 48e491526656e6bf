import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Scrolls } from '../../ui/scrolls';
import { text } from '../../ui/text';

export interface NumbersProps {
  /** What the table is of. */
  caption: string;
  /** The heads of its columns; the first is of the rows. */
  columns: readonly string[];
  /** Its rows. */
  children: () => ComponentChildren;
}

const FILL_AFTER = 100;

/** The figures behind a picture, as a table that can be opened. It is filled when all that is in sight was painted. */
export function Numbers({ caption, columns, children }: NumbersProps) {
  const [isFilled, setIsFilled] = useState(false);
  useEffect(() => {
    const filling = setTimeout(() => setIsFilled(true), FILL_AFTER);
    return () => clearTimeout(filling);
  }, []);
  return (
    <details class="numbers">
      <summary>{text('report_numbers')}</summary>
      <Scrolls label={caption}>
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
          <tbody>{isFilled && children()}</tbody>
        </table>
      </Scrolls>
    </details>
  );
}
