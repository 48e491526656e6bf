import type { Today } from '../../messages/requests';
import { DurationText } from '../../ui/duration';
import { liveReport } from '../../ui/live-report';
import { text } from '../../ui/text';
import { TextWith } from '../../ui/text-with';
import { useNow } from '../../ui/use-now';

/** The listed site in front, if there is one. */
export function SiteSection({ today }: { today: Today }) {
  return (
    <section class="block site" aria-label={text('popup_this_site')}>
      {today.thisSite ? (
        <Listed today={today} site={today.thisSite} />
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
