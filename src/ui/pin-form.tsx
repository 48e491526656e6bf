import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { RockDraft } from '../domain/rock';
import type { Fault } from '../messages/requests';
import { faultText } from './fault-text';
import { text } from './text';

export interface PinFormProps {
  /** Pins the rock, and says why if that was refused. */
  readonly onPin: (draft: RockDraft) => Promise<Fault | null>;
  /** The title as typed, once the typing rests: what its stone is drawn from. */
  readonly onPreview?: ((title: string) => void) | undefined;
  /** A rock was done today already, so blocking again is asked for and not a matter of course. */
  readonly isNext?: boolean;
  readonly autoFocus?: boolean;
  /** What stands in the field at first. */
  readonly draft?: string;
  /** Whether the name of the field stands above it; not so where a question right there says as much. */
  readonly isLabelSeen?: boolean;
  /** What stands beside the button. */
  readonly children?: ComponentChildren;
}

const TYPING_RESTS = 400;
const TITLE_FAULTS: readonly Fault[] = ['title-empty', 'title-too-long'];

/**
 * Where a rock is pinned. Nothing limits how much can be typed: a title that is too long is refused in words and
 * kept, rather than cut where nobody looks.
 */
export function PinForm({
  onPin,
  onPreview,
  isNext = false,
  autoFocus = false,
  draft = '',
  isLabelSeen = true,
  children,
}: PinFormProps) {
  const form = useRef<HTMLFormElement>(null);
  const title = useRef<HTMLInputElement>(null);
  const [fault, setFault] = useState<Fault | null>(null);
  const preview = useRested(onPreview);
  const submit = useOneAtATime(async () => {
    if (!form.current) return;
    const refused = await onPin(draftIn(form.current, isNext));
    setFault(refused);
    if (refused) title.current?.focus();
  });
  useEffect(() => {
    if (!autoFocus) return;
    title.current?.focus();
    title.current?.setSelectionRange(draft.length, draft.length);
  }, [autoFocus, draft]);

  const isTitleWrong = fault !== null && TITLE_FAULTS.includes(fault);
  return (
    <form
      class="pin-form"
      ref={form}
      noValidate
      onSubmit={event => {
        event.preventDefault();
        submit();
      }}
    >
      <div class="field">
        <label for="pin-title" class={isLabelSeen ? undefined : 'visually-hidden'}>
          {text('rock_title_label')}
        </label>
        <input
          class="input input-rock"
          id="pin-title"
          name="title"
          ref={title}
          autoComplete="off"
          defaultValue={draft}
          aria-invalid={isTitleWrong}
          aria-describedby={fault ? 'pin-fault' : undefined}
          onInput={event => {
            if (isTitleWrong) setFault(null);
            preview(event.currentTarget.value.trim());
          }}
        />
        {fault && (
          <p class="error" id="pin-fault" role="alert">
            {faultText(fault)}
          </p>
        )}
      </div>
      <Notes isWrong={fault === 'note-too-long'} />
      {isNext && (
        <label class="check">
          <input type="checkbox" name="blocks" defaultChecked />
          <span>{text('rock_block_again')}</span>
        </label>
      )}
      <div class="pin-actions">
        <button class="btn btn-primary btn-big" type="submit">
          {text('rock_pin')}
        </button>
        {children}
      </div>
    </form>
  );
}

function Notes({ isWrong }: { isWrong: boolean }) {
  return (
    <details class="pin-notes">
      <summary>{text('rock_notes')}</summary>
      <div class="field">
        <label for="pin-first-step">{text('rock_first_step')}</label>
        <input
          class="input input-dense"
          id="pin-first-step"
          name="firstStep"
          autoComplete="off"
          aria-invalid={isWrong}
          aria-describedby={isWrong ? 'pin-fault' : undefined}
        />
      </div>
      <div class="field">
        <label for="pin-why">{text('rock_why')}</label>
        <input
          class="input input-dense"
          id="pin-why"
          name="why"
          autoComplete="off"
          aria-invalid={isWrong}
          aria-describedby={isWrong ? 'pin-fault' : undefined}
        />
      </div>
    </details>
  );
}

function draftIn(form: HTMLFormElement, isNext: boolean): RockDraft {
  const typed = new FormData(form);
  const typedIn = (name: string) => String(typed.get(name) ?? '');
  return {
    title: typedIn('title'),
    ...(typedIn('firstStep').trim() && { firstStep: typedIn('firstStep') }),
    ...(typedIn('why').trim() && { why: typedIn('why') }),
    ...(isNext && { blocks: typed.has('blocks') }),
  };
}

/** Calls back with the last value once none has come for a while. */
function useRested(callback: ((value: string) => void) | undefined): (value: string) => void {
  const latest = useRef(callback);
  latest.current = callback;
  const waiting = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(waiting.current), []);
  return value => {
    clearTimeout(waiting.current);
    waiting.current = setTimeout(() => latest.current?.(value), TYPING_RESTS);
  };
}

/** The action, save that it does nothing while it is under way. */
function useOneAtATime(action: () => Promise<void>): () => void {
  const isUnderWay = useRef(false);
  return () => {
    if (isUnderWay.current) return;
    isUnderWay.current = true;
    void action().finally(() => {
      isUnderWay.current = false;
    });
  };
}
