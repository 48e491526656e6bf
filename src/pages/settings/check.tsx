import { type TextKey, text } from '../../ui/text';

export interface CheckProps {
  of: TextKey;
  checked: boolean;
  set: (checked: boolean) => void;
}

export function Check({ of, checked, set }: CheckProps) {
  return (
    <label class="check">
      <input type="checkbox" checked={checked} onChange={event => set(event.currentTarget.checked)} />
      <span>{text(of)}</span>
    </label>
  );
}
