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

/**
 * A field for a date or a time of day. What is typed counts once the field is left, or by Enter: browsers tell of a
 * change with each digit, and on the way to 10:30 of 01:00, 10:00 and 10:03. A date that is picked counts at once; a time
 * is picked by its hours and then its minutes.
 */
export function DateTimeField({ value, onSettle, ...attributes }: DateTimeFieldProps) {
  const [entered, setEntered] = useState<string | null>(null);
  const field = useRef<HTMLInputElement>(null);
  const isUnderWay = useRef(false);
  // What was entered stands until it is what the field holds; what is being typed, also longer.
  useEffect(() => {
    if (!isUnderWay.current) setEntered(null);
  }, [value]);
  const settle = (settled: string) => {
    isUnderWay.current = false;
    setEntered(settled === value || settled === '' ? null : settled);
    if (settled !== value) onSettle(settled);
  };
  useEffect(() => {
    // A page in the background has no field that could be left.
    const leave = () => {
      if (isUnderWay.current && field.current) settle(field.current.value);
    };
    addEventListener('pagehide', leave);
    return () => removeEventListener('pagehide', leave);
  });
  return (
    <input
      {...attributes}
      ref={field}
      value={entered ?? value}
      onPointerDown={() => {
        isUnderWay.current = attributes.type === 'time';
      }}
      onKeyDown={event => {
        if (event.key === 'Enter') settle(event.currentTarget.value);
        else isUnderWay.current = attributes.type === 'time' || !opensPicker(event);
      }}
      onInput={({ currentTarget }) => setEntered(currentTarget.value)}
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
