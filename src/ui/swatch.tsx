import type { CategoryId } from '../domain/settings';

const LOOKS: Record<string, string> = { social: 'social', scoreboards: 'scores', email: 'email' };

/** A category's colour and pattern, for `data-cat`. The name always stands beside it. */
export const lookOf = (category: CategoryId): string => LOOKS[category] ?? 'custom';

export function Swatch({ category }: { category: CategoryId }) {
  return <span class="cat swatch" data-cat={lookOf(category)} aria-hidden="true" />;
}
