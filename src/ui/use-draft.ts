import { useState } from 'preact/hooks';
import type { Fault } from '../messages/requests';
import { faultText } from './fault-text';

/** Why what was typed is not saved, and in which part of it the fault lies where it has parts. */
export interface Refusal {
  why: string;
  at: number | null;
}

export interface DraftOptions<Typed, Value> {
  /** What holds now, as it stands in the control. */
  stored: Typed;
  read: (typed: Typed) => { value: Value } | { refusal: Refusal };
  save: (value: Value) => Promise<Fault | null>;
}

/**
 * What stands in a control: what holds, or what was typed and is not saved yet. What is refused stays as typed; a change
 * that has to wait gives way to what holds until then.
 */
export function useDraft<Typed, Value>({ stored, read, save }: DraftOptions<Typed, Value>) {
  const [draft, setDraft] = useState<{ typed: Typed } | null>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const type = (typed: Typed) => {
    const latest = { typed };
    setDraft(latest);
    setRefusal(null);
    return latest;
  };
  const settle = async (typed: Typed): Promise<void> => {
    const latest = type(typed);
    const reading = read(typed);
    if ('refusal' in reading) return setRefusal(reading.refusal);
    const fault = await save(reading.value);
    if (fault) return setRefusal({ why: faultText(fault), at: null });
    // Unless something else was typed meanwhile.
    setDraft(current => (current === latest ? null : current));
  };
  return { typed: draft ? draft.typed : stored, refusal, type, settle };
}
