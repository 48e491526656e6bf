import type { TargetedEvent } from 'preact';
import type { Fault } from '../../messages/requests';
import { text } from '../../ui/text';
import { useDraft } from '../../ui/use-draft';

export interface NumberProps {
  id: string;
  stored: number;
  least: number;
  most: number;
  save: (value: number) => Promise<Fault | null>;
}

/** A field for a whole number within bounds: what the input needs, and why what stands in it is not saved. */
export function useNumber({ id, stored, least, most, save }: NumberProps) {
  const { typed, refusal, type, settle } = useDraft<string, number>({
    stored: String(stored),
    read: text => readNumber(text, least, most),
    save,
  });
  const faultId = `${id}-fault`;
  const input = {
    id,
    class: 'input input-dense input-number',
    type: 'number',
    inputMode: 'numeric',
    min: least,
    max: most,
    step: 1,
    value: typed,
    'aria-invalid': refusal !== null,
    'aria-describedby': faultId,
    onInput: (event: TargetedEvent<HTMLInputElement>) => void type(event.currentTarget.value),
    onChange: (event: TargetedEvent<HTMLInputElement>) => void settle(event.currentTarget.value),
  } as const;
  return { input, faultId, error: refusal?.why };
}

function readNumber(typed: string, least: number, most: number) {
  const value = typed.trim() === '' ? Number.NaN : Number(typed);
  if (Number.isInteger(value) && least <= value && value <= most) return { value };
  return { refusal: { why: text('settings_number', least, most), at: null } };
}
