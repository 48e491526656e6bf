import type { VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Duration, Instant } from '../../domain/time';
import { DurationText } from '../../ui/duration';
import type { TextKey } from '../../ui/text';
import { TextWith } from '../../ui/text-with';
import { useLeft } from './use-left';

interface CountdownProps {
  until: Instant;
  /** How long the whole wait is. */
  of: Duration;
  /** What is waited for; its last placeholder is the time left. */
  words: TextKey;
  /** What it says when the wait is over. */
  over: TextKey;
  parts?: readonly VNode[];
}

/**
 * A wait that fills from its start. It is seen each second and spoken twice, at its beginning and at its end: the words
 * for that stand apart and do not tick.
 */
export function Countdown({ until, of, words, over, parts = [] }: CountdownProps) {
  const left = useLeft(until);
  const isOver = left === 0;
  const said = (time: Duration) => (
    <TextWith of={words} parts={[...parts, <DurationText of={time} key="left" />]} />
  );
  return (
    <>
      <p class="wait" role="timer" style={{ '--part': Math.min(1, Math.max(0, 1 - left / of)) }}>
        {isOver ? <TextWith of={over} parts={parts} /> : said(left)}
      </p>
      <Spoken of={isOver ? <TextWith of={over} parts={parts} /> : said(of)} />
    </>
  );
}

/** A live region speaks what changes in it, so it stands empty before the first words. */
function Spoken({ of }: { of: VNode }) {
  const [isThere, setThere] = useState(false);
  useEffect(() => setThere(true), []);
  return (
    <p class="visually-hidden" role="status">
      {isThere && of}
    </p>
  );
}
