import { useEffect, useRef, useState } from 'preact/hooks';
import type { Awaited } from '../../domain/door';
import type { Blocked } from '../../messages/requests';
import { text } from '../../ui/text';
import { useEscape } from '../../ui/use-escape';
import { AsideStep } from './aside-step';
import { PassStep } from './pass-step';
import { PassesLeft } from './passes-left';
import type { BlockedState, PurposeDraft } from './store';

interface WaysProps {
  reply: Blocked;
  state: BlockedState;
}

const NO_DRAFT: PurposeDraft = { purpose: '', minutes: 5 };

/** The two ways on that are not the way back. One is open at a time; closing it ends its wait. */
export function Ways({ reply, state }: WaysProps) {
  const { door } = reply;
  const openers = { pass: useRef<HTMLButtonElement>(null), aside: useRef<HTMLButtonElement>(null) };
  // Undefined until somebody has chosen: then what is being waited for shows by itself.
  const [chosen, setChosen] = useState<Awaited | null | undefined>(undefined);
  const [draft, setDraft] = useState(NO_DRAFT);
  const open = openWay(reply, state, chosen);

  const close = (way: Awaited) => {
    setChosen(null);
    if (way === 'pass' ? door.asked : door.asideOpensAt !== null) void state.stopWaiting(way);
    openers[way].current?.focus();
  };
  const toggle = (way: Awaited) => {
    if (open === way) return close(way);
    if (door.asked) void state.stopWaiting('pass');
    setChosen(way);
  };
  useEscape(open && (() => close(open)));

  const { onPassHere } = state;
  useEffect(() => onPassHere(() => setChosen('pass')), [onPassHere]);

  const opener = (way: Awaited) => ({
    type: 'button' as const,
    ref: openers[way],
    'aria-expanded': open === way,
    onClick: () => toggle(way),
  });
  const step = { isByHand: chosen !== undefined, onClose: () => open && close(open) };
  const hasPass = door.passesLeft > 0 || door.asked !== null;
  return (
    <>
      <div class="ways">
        <button class="btn btn-quiet" {...opener('pass')} disabled={!hasPass} aria-describedby="passes-left">
          {text('blocked_on_purpose')}
        </button>
        <button class="btn btn-quiet btn-dense" {...opener('aside')}>
          {text('blocked_aside')}
        </button>
        {(open === null || !hasPass) && <PassesLeft door={door} />}
      </div>
      {open === 'pass' && <PassStep reply={reply} state={state} draft={draft} onDraft={setDraft} {...step} />}
      {open === 'aside' && <AsideStep door={door} state={state} {...step} />}
    </>
  );
}

function openWay(
  { door }: Blocked,
  { isFresh }: BlockedState,
  chosen: Awaited | null | undefined,
): Awaited | null {
  if (door.asked) return 'pass';
  if (chosen !== undefined) return chosen;
  return door.asideOpensAt !== null && !isFresh ? 'aside' : null;
}
