import type { ComponentChildren } from 'preact';
import { type TextKey, text } from './text';

export interface TextWithProps {
  readonly of: TextKey;
  /** What stands for `$1`, `$2` … in the string. */
  readonly parts: readonly ComponentChildren[];
}

// Private-use characters mark the places: no string holds them, so a part lands where the translator put it.
const FIRST_MARK = 0xe000;
const MARKS = /([\ue000-\ue008])/;

/** A string with elements in the places of its placeholders. */
export function TextWith({ of, parts }: TextWithProps) {
  const marks = parts.map((_, i) => String.fromCharCode(FIRST_MARK + i));
  const pieces = text(of, ...marks).split(MARKS);
  return <>{pieces.map((piece, i) => (i % 2 === 1 ? parts[piece.charCodeAt(0) - FIRST_MARK] : piece))}</>;
}
