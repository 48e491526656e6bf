import type { Pattern } from '../../domain/pattern';
import type { Instant } from '../../domain/time';
import type { Blocked } from '../../messages/requests';
import { DurationText } from '../../ui/duration';
import { counted, text } from '../../ui/text';
import { TextWith } from '../../ui/text-with';
import { useNow } from '../../ui/use-now';

/** What the day holds so far, without comment. */
export function Facts({ reply, site }: { reply: Blocked; site: Pattern }) {
  return (
    <section class="facts" aria-label={text('blocked_facts')}>
      <dl>
        <div class="stat">
          <dt>{text('blocked_attempts')}</dt>
          <dd class="num">{counted('blocked_times', reply.attempts)}</dd>
        </div>
        <div class="stat">
          <dt>
            <TextWith of="blocked_site_time" parts={[<bdi key="site">{site}</bdi>]} />
          </dt>
          <dd>
            <DurationText of={reply.siteTime} />
          </dd>
        </div>
        {reply.rock?.status === 'open' && <SincePinned pinnedAt={reply.rock.pinnedAt} />}
      </dl>
    </section>
  );
}

function SincePinned({ pinnedAt }: { pinnedAt: Instant }) {
  const now = useNow(true);
  return (
    <div class="stat">
      <dt>{text('blocked_since_pinned')}</dt>
      <dd>
        <DurationText of={Math.max(0, now - pinnedAt)} />
      </dd>
    </div>
  );
}
