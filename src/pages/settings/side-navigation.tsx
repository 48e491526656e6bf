import { useEffect, useState } from 'preact/hooks';
import { text } from '../../ui/text';
import { SECTION_IDS, SECTIONS, type SectionId } from './section';

/** The list of sections beside them; the one being read is marked. */
export function SideNavigation() {
  const current = useSectionInView();
  return (
    <nav class="side" aria-label={text('settings_sections')}>
      <ul>
        {SECTION_IDS.map(id => (
          <li key={id}>
            <a href={`#${id}`} aria-current={id === current ? 'true' : undefined}>
              {text(SECTIONS[id])}
            </a>
          </li>
        ))}
      </ul>
      <p class="caption">{text('settings_kept_here')}</p>
    </nav>
  );
}

/** The last section whose heading has come into the upper third of the window; at the very end, the last one. */
function useSectionInView(): SectionId {
  const [current, setCurrent] = useState<SectionId>('sites');
  useEffect(() => {
    const look = () => setCurrent(sectionInView());
    window.addEventListener('scroll', look, { passive: true });
    return () => window.removeEventListener('scroll', look);
  }, []);
  return current;
}

function sectionInView(): SectionId {
  const page = document.documentElement;
  const atEnd = page.scrollTop > 0 && page.scrollTop + page.clientHeight >= page.scrollHeight - 2;
  if (atEnd) return SECTION_IDS.at(-1) ?? 'sites';
  const topOf = (id: SectionId) => document.getElementById(id)?.getBoundingClientRect().top ?? Infinity;
  return SECTION_IDS.findLast(id => topOf(id) < page.clientHeight / 3) ?? 'sites';
}
