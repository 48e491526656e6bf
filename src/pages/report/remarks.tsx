import type { Remark } from '../../domain/remark';
import { ClockTime } from '../../ui/clock-time';
import { type TextKey, text } from '../../ui/text';
import { TextWith } from '../../ui/text-with';

const SENTENCES: { [W in Remark['what']]: TextKey } = {
  'put aside': 'report_put_aside',
  'rock swapped': 'report_rock_swapped',
  'access taken': 'report_access_taken',
  'access given': 'report_access_given',
  'history restored': 'report_history_restored',
  'history deleted': 'report_history_deleted',
};

/** What else belongs to the truth about a day. */
export function Remarks({ remarks }: { remarks: readonly Remark[] }) {
  if (remarks.length === 0) return null;
  return (
    <section class="section" aria-labelledby="remarks">
      <header>
        <h2 id="remarks">{text('report_remarks')}</h2>
      </header>
      <ul class="remarks">
        {remarks.map(({ id, at, zone, what, site }) => (
          <li key={id}>
            <ClockTime at={at} zone={zone} />
            <span>
              <TextWith of={sentenceOf(what, site)} parts={[<bdi key="site">{site}</bdi>]} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

const sentenceOf = (what: Remark['what'], site: Remark['site']): TextKey =>
  what === 'history deleted' && site !== null ? 'report_site_deleted' : SENTENCES[what];
