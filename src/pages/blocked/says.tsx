import type { ComponentChildren } from 'preact';
import type { Rock } from '../../domain/rock';
import type { Blocked } from '../../messages/requests';
import { PinForm } from '../../ui/pin-form';
import { RockNotes } from '../../ui/rock-notes';
import { text } from '../../ui/text';
import { TextWith } from '../../ui/text-with';
import { ThemeLine } from '../../ui/theme-line';
import { UnfinishedRock } from '../../ui/unfinished-rock';
import { type BlockedState, isOpen } from './store';

interface SaysProps {
  state: BlockedState;
  onPreview: (title: string) => void;
}

/** What stands on the wall: the rock, the question that asks for one, or why there is neither. */
export function Says({ state, onPreview }: SaysProps) {
  const { reply } = state;
  if (!reply) return <h1 class="visually-hidden">{text('blocked_title')}</h1>;
  if (isOpen(reply)) return <Open address={reply.address} />;
  if (!reply.blocked || reply.address === null) return <Nothing />;
  return reply.rock ? (
    <RockFirst rock={reply.rock} question={reply.question} />
  ) : (
    <Asking reply={reply} state={state} onPreview={onPreview} />
  );
}

function RockFirst({ rock, question }: { rock: Rock; question: string }) {
  return (
    <>
      <p class="eyebrow quiet">{text(rock.status === 'done' ? 'blocked_rock_done' : 'blocked_rock')}</p>
      <h1 class={`display ${rock.title.length > 60 ? 'long' : ''}`}>
        <bdi>{rock.title}</bdi>
      </h1>
      <Question>{question}</Question>
      <RockNotes rock={rock} />
    </>
  );
}

function Asking({ reply, state, onPreview }: SaysProps & { reply: Blocked }) {
  return (
    <>
      <h1 class="display long">{text('rock_ask')}</h1>
      <ThemeLine theme={reply.theme} day={reply.day} />
      <Question>{reply.question}</Question>
      <PinForm
        autoFocus
        onPreview={onPreview}
        onPin={async draft => {
          const fault = await state.pin(draft);
          if (!fault) onPreview('');
          return fault;
        }}
      />
      {reply.unfinished && <UnfinishedRock rock={reply.unfinished} onPickUp={state.pickUp} />}
    </>
  );
}

function Open({ address }: { address: string }) {
  return (
    <>
      <h1 class="display">{text('blocked_open')}</h1>
      <p class="lead quiet">
        <TextWith of="blocked_going_on" parts={[<bdi key="host">{new URL(address).host}</bdi>]} />
      </p>
    </>
  );
}

function Nothing() {
  return (
    <>
      <h1 class="display">{text('blocked_nothing')}</h1>
      <p class="lead quiet">{text('blocked_nothing_why')}</p>
    </>
  );
}

function Question({ children }: { children: ComponentChildren }) {
  return (
    <p class="question">
      <bdi>{children}</bdi>
    </p>
  );
}
