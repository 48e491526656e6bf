import type { Signs } from '../../domain/settings';
import { Check } from './check';
import { useSaveFault } from './save-fault';
import type { Save } from './store';

interface SignFieldsProps {
  signs: Signs;
  save: Save;
}

/** Where there is something of Big Rock outside its pages. */
export function SignFields({ signs, save }: SignFieldsProps) {
  const { error, saving } = useSaveFault(save);
  const set = (changed: Partial<Signs>) =>
    void saving(settings => ({ edit: 'set-signs', signs: { ...settings.signs, ...changed } }));
  return (
    <>
      <Check of="settings_signs_menu" checked={signs.menu} set={menu => set({ menu })} />
      <Check of="settings_signs_badge" checked={signs.badge} set={badge => set({ badge })} />
      <p class="error" role="alert">
        {error}
      </p>
    </>
  );
}
