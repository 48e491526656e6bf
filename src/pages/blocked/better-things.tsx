import { text } from '../../ui/text';
import { withPhone } from './phone';

/** What a person would rather do, in their own words; a telephone number in them can be called. */
export function BetterThings({ things }: { things: readonly string[] }) {
  if (things.length === 0) return null;
  return (
    <section class="instead" aria-labelledby="instead">
      <h2 id="instead">{text('blocked_instead')}</h2>
      <ul>
        {things.map(thing => (
          <li key={thing}>
            <Thing>{thing}</Thing>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Thing({ children }: { children: string }) {
  const found = withPhone(children);
  if (!found) return <bdi>{children}</bdi>;
  const { before, number, address, after } = found;
  return (
    <bdi>
      {before}
      <a class="num" href={address} dir="ltr">
        {number}
      </a>
      {after}
    </bdi>
  );
}
