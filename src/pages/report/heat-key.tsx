import { text } from '../../ui/text';
import { SHADES } from './heat';

/** What the shades mean: less to more. */
export function HeatKey() {
  return (
    <p class="heat-key">
      {text('report_less')}
      {[0, ...SHADES].map(shade => (
        <span key={shade} class={`heat-${shade}`} aria-hidden="true" />
      ))}
      {text('report_more')}
    </p>
  );
}
