import type { ComponentChildren } from 'preact';

export interface StatProps {
  label: string;
  children: ComponentChildren;
  /** What the figure is measured against, or where it was. */
  note?: ComponentChildren;
}

/** One figure, what it is and what it is held against. */
export function Stat({ label, children, note }: StatProps) {
  return (
    <div class="stat">
      <dt>{label}</dt>
      <dd class="num">{children}</dd>
      {note && <dd class="note">{note}</dd>}
    </div>
  );
}
