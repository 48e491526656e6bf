import type { RefObject } from 'preact';
import type { Pattern } from '../../domain/pattern';
import type { Category, Site } from '../../domain/settings';
import type { SettingsAndAccess } from '../../messages/requests';
import { ClockTime } from '../../ui/clock-time';
import { Swatch } from '../../ui/swatch';
import { counted, text } from '../../ui/text';
import { TextWith } from '../../ui/text-with';
import { CategoryForm } from './category-form';
import { Cross } from './cross';
import type { Save } from './store';

export interface CategorySitesProps {
  category: Category;
  sites: readonly Site[];
  view: SettingsAndAccess;
  remove: (site: Site) => Promise<void>;
  save: Save;
  /** Where the keyboard goes when the last site is gone. */
  whenEmpty: RefObject<HTMLElement | null>;
}

export function CategorySites({ category, sites, view, remove, save, whenEmpty }: CategorySitesProps) {
  const heading = `category-${category.id}`;
  const removeFrom = (site: Site, button: HTMLButtonElement) => {
    (neighbour(button) ?? whenEmpty.current)?.focus();
    void remove(site);
  };
  return (
    <article class="card category" aria-labelledby={heading}>
      <div class="top">
        <h3 class="name" id={heading}>
          <Swatch category={category.id} />
          <bdi>{category.name}</bdi>
        </h3>
        <span class="caption">
          {counted('settings_site_count', sites.filter(site => !isException(site)).length)}
        </span>
      </div>
      <CategoryForm category={category} isEmpty={sites.length === 0} save={save} />
      {sites.length === 0 ? (
        <p class="quiet">{text('settings_no_sites')}</p>
      ) : (
        <ul class="chips">
          {[...sites].sort(exceptionsLast).map(site => (
            <li key={site.pattern} class="chip">
              <SiteName site={site} seen={!view.withoutAccess.includes(site.pattern)} />
              <PendingMark view={view} pattern={site.pattern} />
              <button
                type="button"
                aria-label={text('settings_remove', site.pattern)}
                onClick={event => removeFrom(site, event.currentTarget)}
              >
                <Cross />
              </button>
            </li>
          ))}
        </ul>
      )}
    </article>
  );
}

function SiteName({ site, seen }: { site: Site; seen: boolean }) {
  if (isException(site)) {
    return (
      <>
        <span class="quiet">{text('settings_stays_open')}</span> <bdi>{site.pattern.slice(1)}</bdi>
      </>
    );
  }
  return (
    <>
      <bdi>{site.pattern}</bdi> {!seen && <span class="unseen">{text('settings_no_access')}</span>}
    </>
  );
}

/** That the removal of a site, or its move, waits. */
function PendingMark({ view: { pending, zone }, pattern }: { view: SettingsAndAccess; pattern: Pattern }) {
  const waiting = pending.find(({ edit }) => 'pattern' in edit && edit.pattern === pattern);
  if (!waiting) return null;
  const until = <ClockTime key="time" at={waiting.takesEffectAt} zone={zone} />;
  return (
    <span class="unseen">
      <TextWith of="settings_pending_chip" parts={[until]} />
    </span>
  );
}

const isException = ({ pattern }: Site): boolean => pattern.startsWith('+');

const exceptionsLast = (one: Site, other: Site): number =>
  Number(isException(one)) - Number(isException(other));

/** The button of the site after, or else before: the keyboard's place must not go with the site that is removed. */
function neighbour(button: HTMLButtonElement): HTMLButtonElement | null {
  const item = button.closest('li');
  const beside = item?.nextElementSibling ?? item?.previousElementSibling;
  return beside?.querySelector('button') ?? null;
}
