import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

interface StepCardProps {
  label: string;
  /** Takes the focus, which was in the form it comes after. Not on a button: a second Enter would press it. */
  takesFocus: boolean;
  children: ComponentChildren;
}

/** What stands in place of a form while somebody waits. */
export function StepCard({ label, takesFocus, children }: StepCardProps) {
  const card = useRef<HTMLFieldSetElement>(null);
  useEffect(() => {
    if (takesFocus) card.current?.focus();
  }, [takesFocus]);
  return (
    <fieldset class="card step" aria-label={label} tabIndex={-1} ref={card}>
      {children}
    </fieldset>
  );
}
