import type { Category, PolicyTerms } from '../../domain/settings';
import type { Fault } from '../../messages/requests';

/** A control for part of what belongs to a category's policy. */
export interface TermFieldProps {
  category: Category;
  save: (terms: Partial<PolicyTerms>) => Promise<Fault | null>;
}
