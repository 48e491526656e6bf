import { text } from './text';

type Place = 'report' | 'settings';

const LINKS: { [P in Place]: string } = {
  report: '../report/index.html',
  settings: '../settings/index.html',
};

/** The head of a full page: the name, and the way to the other page. */
export function TopBar({ current }: { current: Place }) {
  const here = (place: Place) => (place === current ? 'page' : undefined);
  return (
    <header class="topbar">
      <span class="wordmark">
        <img src="/icons/mark.svg" alt="" width="28" height="28" />
        {text('extension_name')}
      </span>
      <nav class="tabs push" aria-label={text('ui_nav')}>
        <a href={LINKS.report} aria-current={here('report')}>
          {text('ui_report')}
        </a>
        <a href={LINKS.settings} aria-current={here('settings')}>
          {text('ui_settings')}
        </a>
      </nav>
    </header>
  );
}
