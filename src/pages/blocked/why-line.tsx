import type { VNode } from 'preact';
import type { Blocked, BlockTerms } from '../../messages/requests';
import { DurationText } from '../../ui/duration';
import { wallClockText } from '../../ui/format';
import { language, type TextKey } from '../../ui/text';
import { TextWith } from '../../ui/text-with';

/** Until when the site is blocked, in one line. */
export function WhyLine({ reply }: { reply: Blocked | null }) {
  if (!reply?.blocked || reply.site === null) return null;
  const site = <bdi key="site">{reply.site}</bdi>;
  return (
    <p class="quiet why">
      <Why reply={reply} site={site} />
    </p>
  );
}

function Why({ reply, site }: { reply: Blocked; site: VNode }) {
  const { because, terms } = reply;
  const isOpeningWhenDone = terms?.endsWhenDone === true && reply.rock?.status === 'open';
  if (terms && because === 'limit-used-up') {
    const parts = [site, <DurationText of={terms.limit} key="limit" />, category(terms)];
    return <TextWith of={isOpeningWhenDone ? 'blocked_limit_or_done' : 'blocked_limit'} parts={parts} />;
  }
  if (terms && because === 'outside-windows' && terms.windows.length > 0) {
    const of = isOpeningWhenDone ? 'blocked_windows_or_done' : 'blocked_windows';
    return <TextWith of={of} parts={[site, startsOf(terms)]} />;
  }
  return <TextWith of={untilWhat(reply)} parts={[site]} />;
}

function untilWhat({ rock, terms }: Blocked): TextKey {
  if (terms && (rock?.status === 'done' || !terms.endsWhenDone)) return 'blocked_no_window';
  return rock ? 'blocked_until_done' : 'blocked_until_pinned';
}

const category = ({ categoryName }: BlockTerms) => <bdi key="category">{categoryName}</bdi>;

/** `09:00, 13:00 and 16:30`. */
function startsOf({ windows }: BlockTerms): string {
  const starts = [...windows].sort(([a], [b]) => a - b).map(([from]) => wallClockText(from));
  return new Intl.ListFormat(language()).format(starts);
}
