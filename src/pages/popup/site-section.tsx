import type { Today } from '../../messages/requests';
import { DurationText } from '../../ui/duration';
import { liveReport } from '../../ui/live-report';
import { text } from '../../ui/text';
import { TextWith } from '../../ui/text-with';
import { useNow } from '../../ui/use-now';
import { AddThisSite } from './add-this-site';
import type { PopupState } from './store';

export interface SiteSectionProps {
  today: Today;
  addSite: PopupState['addSite'];
}

/** The listed site in front; or what is there, to be put on the list. */
export function SiteSection({ today, addSite }: SiteSectionProps) {
  return (
    <section class="block site" aria-label={text('popup_this_site')} tabIndex={-1}>
      {today.thisSite ? (
        <Listed today={today} site={today.thisSite} />
      ) : today.otherSite ? (
        <AddThisSite
          place={today.otherSite}
          categories={today.categories}
          add={addSite}
          key={today.otherSite.host}
        />
      ) : (
        <p class="quiet">{text('popup_not_listed')}</p>
      )}
    </section>
  );
}

function Listed({ today, site }: { today: Today; site: NonNullable<Today['thisSite']> }) {
  const now = useNow(today.running !== null);
  const time = liveReport(today, now).sites.find(row => row.site === site.site)?.time ?? site.time;
  return (
    <>
      <span class="monogram" aria-hidden="true">
        {/[\p{L}\p{N}]/u.exec(site.site)?.[0].toUpperCase()}
      </span>
      <p class="what">
        <bdi class="strong">{site.site}</bdi>
        <span class="quiet">
          <TextWith
            of={site.blocked ? 'popup_site_blocked' : 'popup_site_time'}
            parts={[<DurationText of={time} key="time" />]}
          />
        </span>
      </p>
    </>
  );
}
