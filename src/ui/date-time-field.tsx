import { useRef, useState } from 'preact/hooks';

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
 * change with each digit, and on the way to 10:30 of 01:00, 10:00 and 10:03. A date is picked in one go, and counts at
 * once; a time is picked by its hours and then its minutes.
 */
export function DateTimeField({ value, onSettle, ...attributes }: DateTimeFieldProps) {
  const [entered, setEntered] = useState<string | null>(null);
  const isUnderWay = useRef(false);
  const settle = (settled: string) => {
    isUnderWay.current = false;
    setEntered(null);
    if (settled !== value) onSettle(settled);
  };
  return (
    <input
      {...attributes}
      value={entered ?? value}
      onPointerDown={() => {
        isUnderWay.current = attributes.type === 'time';
      }}
      onKeyDown={({ key, currentTarget }) => {
        if (key === 'Enter') settle(currentTarget.value);
        else isUnderWay.current = true;
      }}
      onInput={({ currentTarget }) => setEntered(currentTarget.value)}
      onChange={({ currentTarget }) => {
        if (!isUnderWay.current) settle(currentTarget.value);
      }}
      onBlur={({ currentTarget }) => settle(currentTarget.value)}
    />
  );
}
