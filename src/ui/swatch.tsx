import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { type CategoryId, type Colour, plainColour } from '../domain/settings';

/** The categories of which a page knows the colour. */
export const Colours = createContext<readonly { id: CategoryId; colour: Colour }[]>([]);

/** A category's colour and pattern, for `data-cat`. The name always stands beside it. */
export function useColours(): (category: CategoryId) => Colour {
  const known = useContext(Colours);
  return category => known.find(({ id }) => id === category)?.colour ?? plainColour(category);
}

export function Swatch({ category }: { category: CategoryId }) {
  return <span class="cat swatch" data-cat={useColours()(category)} aria-hidden="true" />;
}
