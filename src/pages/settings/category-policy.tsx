import { type Category, POLICIES, type Policy, type PolicyTerms, termsOf } from '../../domain/settings';
import type { SettingsAndAccess } from '../../messages/requests';
import type { Change } from '../../ui/asked-settings';
import { Swatch } from '../../ui/swatch';
import { type TextKey, text } from '../../ui/text';
import { Check } from './check';
import { LimitField } from './limit-field';
import { NudgeField } from './nudge-field';
import { PendingNote } from './pending-note';
import { useSaveFault } from './save-fault';
import type { Save } from './store';
import { WindowsField } from './windows-field';

const POLICY_NAMES: { [P in Policy]: TextKey } = {
  'block until done': 'settings_block_until_done',
  'only in windows': 'settings_only_in_windows',
  'limit per day': 'settings_limit_per_day',
  'only track': 'settings_only_track',
};

export interface CategoryPolicyProps {
  category: Category;
  view: SettingsAndAccess;
  save: Save;
}

/** What happens to the sites of a category, and below it what belongs to that. */
export function CategoryPolicy({ category, view, save }: CategoryPolicyProps) {
  const { id, name, policy } = category;
  const { error, saving } = useSaveFault(save);
  const set = (terms: Partial<PolicyTerms>) => void saving(termsWith(category, terms));
  const saved = (terms: Partial<PolicyTerms>) => save(termsWith(category, terms));
  const limits = policy === 'only in windows' || policy === 'limit per day';
  return (
    <fieldset class="policy" aria-labelledby={`policy-${id}`}>
      <span class="name" id={`policy-${id}`}>
        <Swatch category={id} />
        <bdi>{name}</bdi>
      </span>
      <div class="segmented" role="radiogroup" aria-labelledby={`policy-${id}`}>
        {POLICIES.map(each => (
          <label key={each}>
            <input
              type="radio"
              name={`policy-${id}`}
              checked={policy === each}
              onChange={() => set({ policy: each })}
            />
            <span>{text(POLICY_NAMES[each])}</span>
          </label>
        ))}
      </div>
      <div class="terms">
        {policy === 'only in windows' && <WindowsField category={category} save={saved} />}
        {policy === 'limit per day' && <LimitField category={category} save={saved} />}
        {limits && (
          <Check
            of="settings_ends_when_done"
            checked={category.endsWhenDone}
            set={checked => set({ endsWhenDone: checked })}
          />
        )}
        {policy !== 'only track' && (
          <Check
            of="settings_inside_pages"
            checked={category.insidePages}
            set={checked => set({ insidePages: checked })}
          />
        )}
        <NudgeField category={category} save={saved} />
      </div>
      <PendingNote view={view} isAbout={edit => edit.edit === 'set-policy' && edit.category === id} />
      <p class="error" role="alert">
        {error}
      </p>
    </fieldset>
  );
}

/** The terms whole, but for what is changed as the person wants them. */
const termsWith =
  ({ id, ...shown }: Category, changed: Partial<PolicyTerms>): Change =>
  ({ categories }) => {
    const asked = categories.find(category => category.id === id) ?? shown;
    return { edit: 'set-policy', category: id, terms: { ...termsOf(asked), ...changed } };
  };
