export interface LineWithPhone {
  before: string;
  /** As it was written. */
  number: string;
  /** `tel:+15550100`. */
  address: string;
  after: string;
}

const WRITTEN = /tel:\s*(\+?[\d().\-\s/]*\d)/i;
const LOOKS_LIKE = /(?<![\p{L}\p{N}.,:/-])(?:\+|\()?\d(?:[ ().\-/\u00a0]{0,2}\d){6,14}(?![\p{L}\p{N}:/-])/gu;

const DATE = /^(\d{4}[-./]\d{1,2}[-./]\d{1,2}|\d{1,2}[-./]\d{1,2}[-./]\d{2,4})( |$)/;
const THOUSANDS = /^[1-9]\d{0,2}([ .\u00a0]\d{3})+$/;
/** Digits alone are more often the number of an order, save for as many as a number with its area code has. */
const BARE = /^[1-9](\d{6,8}|\d{11,})$/;

/** The first telephone number of a line: what follows `tel:`, or what looks like one and is no date or sum of money. */
export function withPhone(line: string): LineWithPhone | null {
  const written = WRITTEN.exec(line);
  const found = written ?? [...line.matchAll(LOOKS_LIKE)].find(([match]) => !isOther(match));
  if (!found) return null;
  const number = found[1] ?? found[0];
  return {
    before: line.slice(0, found.index),
    number,
    address: `tel:${dialled(number)}`,
    after: line.slice(found.index + found[0].length),
  };
}

const isOther = (number: string): boolean => [DATE, THOUSANDS, BARE].some(other => other.test(number));

/** The digits. The zero in `+44 (0)113` is dialled only without the `+44`. */
function dialled(number: string): string {
  const isInternational = number.startsWith('+');
  const digits = (isInternational ? number.replace('(0)', '') : number).replace(/\D/g, '');
  return isInternational ? `+${digits}` : digits;
}
