import { useEffect, useRef, useState } from 'preact/hooks';

interface DateTimeFieldProps {
  type: 'date' | 'time';
  /** As the control writes it: `2026-11-23`, `09:30`; empty where there is none. */
  value: string;
  /** Told of another value than that, once it is whole. */
  onSettle: (value: string) => void;
  class: string;
  'aria-label': string;
  'aria-invalid'?: boolean;
  'aria-describedby'?: string | undefined;
  required?: boolean;
  disabled?: boolean;
  max?: string;
}

/** What stands in the field in place of what is held; once settled, until that is held, or the field is left. */
interface Entered {
  text: string;
  isSettled: boolean;
}

/**
 * A field for a date or a time of day. What is typed counts once the field is left, or by Enter: browsers tell of a
 * change with each digit, and on the way to 10:30 of 01:00, 10:00 and 10:03. A date that is picked counts at once; a time
 * is picked by its hours and then its minutes.
 */
export function DateTimeField({ value, onSettle, ...attributes }: DateTimeFieldProps) {
  const [entered, setEntered] = useState<Entered | null>(null);
  const field = useRef<HTMLInputElement>(null);
  const isUnderWay = useRef(false);
  // What is being typed stands whatever is held meanwhile.
  useEffect(() => {
    if (!isUnderWay.current) setEntered(null);
  }, [value]);
  const settle = (text: string) => {
    isUnderWay.current = false;
    const isNothingNew = text === value || (entered?.isSettled && entered.text === text);
    setEntered(isNothingNew || text === '' ? null : { text, isSettled: true });
    if (!isNothingNew) onSettle(text);
  };
  useEffect(() => {
    // No field is left where the tab is; what else stands on the page is saved then, too.
    const leave = () => {
      const text = field.current?.value;
      if (document.visibilityState === 'hidden' && isUnderWay.current && text) settle(text);
    };
    document.addEventListener('visibilitychange', leave);
    return () => document.removeEventListener('visibilitychange', leave);
  });
  return (
    <input
      {...attributes}
      ref={field}
      value={entered?.text ?? value}
      onPointerDown={() => {
        isUnderWay.current = attributes.type === 'time';
      }}
      onKeyDown={event => {
        if (event.key === 'Enter') settle(event.currentTarget.value);
        else isUnderWay.current = attributes.type === 'time' || !opensPicker(event);
      }}
      onInput={({ currentTarget }) => setEntered({ text: currentTarget.value, isSettled: false })}
      onChange={({ currentTarget }) => {
        if (!isUnderWay.current) settle(currentTarget.value);
      }}
      onBlur={({ currentTarget }) => {
        // It is not left where only another window has come in front.
        if (document.activeElement !== currentTarget) settle(currentTarget.value);
      }}
    />
  );
}

const opensPicker = ({ key, altKey }: KeyboardEvent): boolean =>
  key === ' ' || key === 'F4' || (altKey && key === 'ArrowDown');
