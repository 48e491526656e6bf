import { useEffect, useRef } from 'preact/hooks';
import { text } from '../../ui/text';

interface BackButtonProps {
  onBack: () => void;
  /** Enter means this button: it takes the focus, unless a person has moved it already. */
  isFirst: boolean;
  /** It is the one big action of the page. */
  isMain: boolean;
}

const ID = 'back';

/** Where the focus goes when what held it has gone. */
export const focusBack = (): void => document.getElementById(ID)?.focus();

export function BackButton({ onBack, isFirst, isMain }: BackButtonProps) {
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (isFirst && isFocusFree()) button.current?.focus();
  }, [isFirst]);
  return (
    <button
      class={`btn btn-big ${isMain ? 'btn-primary' : 'btn-secondary'} back`}
      type="button"
      id={ID}
      ref={button}
      onClick={onBack}
    >
      {text('blocked_back')}
    </button>
  );
}

const isFocusFree = (): boolean =>
  document.activeElement === null || document.activeElement === document.body;
