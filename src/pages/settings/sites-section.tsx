import { useRef } from 'preact/hooks';
import type { SettingsAndAccess } from '../../messages/requests';
import { counted, text } from '../../ui/text';
import { AddSite } from './add-site';
import { CategorySites } from './category-sites';
import { Section } from './section';
import type { SettingsState } from './store';

export interface SitesSectionProps {
  view: SettingsAndAccess;
  state: SettingsState;
}

export function SitesSection({ view, state }: SitesSectionProps) {
  const { settings, withoutAccess, leftOut } = view;
  const input = useRef<HTMLInputElement>(null);
  return (
    <Section id="sites" intro="settings_sites_intro">
      <AddSite categories={settings.categories} add={state.addSite} input={input} />
      {withoutAccess.length > 0 && (
        <div class="access">
          <p>{counted('settings_without_access', withoutAccess.length)}</p>
          <button type="button" class="btn btn-primary" onClick={() => void state.allowAll()}>
            {text('settings_allow')}
          </button>
          <p class="caption">{text('settings_allow_note')}</p>
        </div>
      )}
      {leftOut.length > 0 && (
        <div class="left-out">
          <p>{counted('settings_left_out', leftOut.length)}</p>
          <ul>
            {leftOut.map(pattern => (
              <li key={pattern}>{pattern}</li>
            ))}
          </ul>
        </div>
      )}
      <div class="cats">
        {settings.categories.map(category => (
          <CategorySites
            key={category.id}
            category={category}
            sites={settings.sites.filter(site => site.category === category.id)}
            view={view}
            remove={state.removeSite}
            whenEmpty={input}
          />
        ))}
      </div>
    </Section>
  );
}
