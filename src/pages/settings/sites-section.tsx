import { useRef } from 'preact/hooks';
import type { SettingsAndAccess } from '../../messages/requests';
import { Scrolls } from '../../ui/scrolls';
import { counted, text } from '../../ui/text';
import { AddMany } from './add-many';
import { AddSite } from './add-site';
import { CategorySites } from './category-sites';
import { NewCategory } from './new-category';
import { Section } from './section';
import type { SettingsState } from './store';

export interface SitesSectionProps {
  view: SettingsAndAccess;
  state: SettingsState;
}

/** What the address of this page asks to be put on the list: `#add=reddit.com/r/sales`. */
const suggestedSite = (): string => new URLSearchParams(location.hash.slice(1)).get('add') ?? '';

export function SitesSection({ view, state }: SitesSectionProps) {
  const { settings, withoutAccess, leftOut } = view;
  const input = useRef<HTMLInputElement>(null);
  return (
    <Section id="sites" intro="settings_sites_intro">
      <AddSite
        categories={settings.categories}
        add={state.addSite}
        input={input}
        suggested={suggestedSite()}
      />
      <AddMany categories={settings.categories} add={state.addSites} />
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
          <Scrolls label={counted('settings_left_out', leftOut.length)}>
            <ul>
              {leftOut.map(pattern => (
                <li key={pattern}>{pattern}</li>
              ))}
            </ul>
          </Scrolls>
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
            save={state.save}
            whenEmpty={input}
          />
        ))}
      </div>
      <NewCategory categories={settings.categories} save={state.save} />
    </Section>
  );
}
