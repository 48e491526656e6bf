import type { ComponentChildren } from 'preact';
import { type TextKey, text } from '../../ui/text';

/** The sections of the page in order, by the fragment that leads to each. */
export const SECTIONS = {
  sites: 'settings_sites',
  hours: 'settings_hours',
  blocking: 'settings_blocking',
  rock: 'settings_rock',
  reports: 'settings_reports',
  data: 'settings_data',
  about: 'settings_about',
} as const satisfies Record<string, TextKey>;

export type SectionId = keyof typeof SECTIONS;

export const SECTION_IDS = Object.keys(SECTIONS) as SectionId[];

export interface SectionProps {
  id: SectionId;
  intro?: TextKey;
  children: ComponentChildren;
}

/** A region of the page, named by its heading. */
export function Section({ id, intro, children }: SectionProps) {
  return (
    <section class="block" id={id} aria-labelledby={`${id}-heading`}>
      <h2 class="display" id={`${id}-heading`}>
        {text(SECTIONS[id])}
      </h2>
      {intro && <p class="intro">{text(intro)}</p>}
      {children}
    </section>
  );
}
