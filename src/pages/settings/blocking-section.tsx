import type { SettingsEdit } from '../../domain/edit-settings';
import { type Category, POLICIES, type Policy, termsOf } from '../../domain/settings';
import type { Fault } from '../../messages/requests';
import { Swatch } from '../../ui/swatch';
import { type TextKey, text } from '../../ui/text';
import { useSaveFault } from './save-fault';
import { Section } from './section';

const POLICY_NAMES: { [P in Policy]: TextKey } = {
  'block until done': 'settings_block_until_done',
  'only in windows': 'settings_only_in_windows',
  'limit per day': 'settings_limit_per_day',
  'only track': 'settings_only_track',
};

export interface BlockingSectionProps {
  categories: readonly Category[];
  save: (edit: SettingsEdit) => Promise<Fault | null>;
}

export function BlockingSection({ categories, save }: BlockingSectionProps) {
  return (
    <Section id="blocking" intro="settings_blocking_intro">
      <div class="card policies">
        {categories.map(category => (
          <CategoryPolicy key={category.id} category={category} save={save} />
        ))}
      </div>
      <p class="after">{text('settings_private_windows')}</p>
    </Section>
  );
}

function CategoryPolicy({ category, save }: { category: Category; save: BlockingSectionProps['save'] }) {
  const { id, name } = category;
  const { error, saving } = useSaveFault(save);
  return (
    <div class="policy" role="radiogroup" aria-labelledby={`policy-${id}`}>
      <span class="name" id={`policy-${id}`}>
        <Swatch category={id} />
        <bdi>{name}</bdi>
      </span>
      <div class="segmented">
        {POLICIES.map(policy => (
          <label key={policy}>
            <input
              type="radio"
              name={`policy-${id}`}
              checked={category.policy === policy}
              onChange={() =>
                void saving({ edit: 'set-policy', category: id, terms: { ...termsOf(category), policy } })
              }
            />
            <span>{text(POLICY_NAMES[policy])}</span>
          </label>
        ))}
      </div>
      <p class="error" role="alert">
        {error}
      </p>
    </div>
  );
}
