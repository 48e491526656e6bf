import { useState } from 'preact/hooks';
import { stoneSeed, tidied } from '../../domain/rock';
import type { Blocked as Reply } from '../../messages/requests';
import { faultText } from '../../ui/fault-text';
import { StonePicture } from '../../ui/stone-picture';
import { text } from '../../ui/text';
import { useStore } from '../../ui/use-store';
import { BackButton, focusBack } from './back-button';
import { BetterThings } from './better-things';
import { DidYouDoIt } from './did-you-do-it';
import { Facts } from './facts';
import { Says } from './says';
import type { BlockedState, BlockedStore } from './store';
import { Ways } from './ways';
import { WhyLine } from './why-line';

/** Wall, ground and the way back are there at once; what is on the wall follows when the background has answered. */
export function Blocked({ store }: { store: BlockedStore }) {
  const state = useStore(store);
  const [preview, setPreview] = useState('');
  const { reply } = state;
  const rock = rockStandingIn(reply);
  return (
    <>
      <main class="wall" aria-busy={reply === null && state.unread === null}>
        <div class="inner bar-top">
          <span class="wordmark">
            <img src="/icons/mark.svg" alt="" />
            {text('extension_name')}
          </span>
          <WhyLine reply={reply} />
        </div>
        <div class="inner hero">
          <div class="say">
            <Troubles state={state} />
            <Unanswered reply={reply} state={state} />
            <Says state={state} onPreview={setPreview} />
            <BackButton onBack={state.leave} isFirst={rock !== null} isMain={!isAsking(reply)} />
            {reply?.blocked && reply.site && <Ways reply={reply} state={state} />}
          </div>
          <div class="stands-across">{reply && <Stone reply={reply} preview={preview} />}</div>
        </div>
      </main>
      <aside class="ground">
        <div class="inner">
          {reply?.blocked && <BetterThings things={reply.betterThings} />}
          {reply?.site && reply.blocked && <Facts reply={reply} site={reply.site} />}
        </div>
      </aside>
    </>
  );
}

const rockStandingIn = (reply: Reply | null) => (reply?.blocked ? reply.rock : null);

const isAsking = (reply: Reply | null): boolean => reply?.blocked === true && reply.rock === null;

function Unanswered({ reply, state }: { reply: Reply | null; state: BlockedState }) {
  const pass = reply?.blocked ? reply.door.unanswered : null;
  if (!pass) return null;
  return (
    <DidYouDoIt
      pass={pass}
      onAnswer={async outcome => {
        await state.answerPass(pass.id, outcome);
        focusBack();
      }}
    />
  );
}

function Troubles({ state: { reply, unread, fault } }: { state: BlockedState }) {
  const faults = new Set([reply?.trouble ?? null, unread, fault].filter(each => each !== null));
  return [...faults].map(each => (
    <p class="error" role="alert" key={each}>
      {faultText(each)}
    </p>
  ));
}

function Stone({ reply, preview }: { reply: Reply; preview: string }) {
  if (preview !== '' && !reply.rock) return <StonePicture seed={stoneSeed(tidied(preview), reply.day)} />;
  return reply.rock ? (
    <StonePicture seed={reply.rock.seed} />
  ) : (
    <StonePicture seed={reply.day} state="empty" shadow={false} />
  );
}
