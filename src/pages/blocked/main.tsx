import '../../ui/tokens.css';
import '../../ui/components.css';
import '../../ui/rock.css';
import './blocked.css';
import { onPassHere, pageTransport } from '../../browser/messaging';
import { createClient } from '../../messages/client';
import { showPage } from '../../ui/show-page';
import { Blocked } from './blocked';
import { Framed } from './framed';
import { createBlockedStore } from './store';

const PAUSE = 3000;

// Any page may put this one in a frame: there it shows nothing of the rock, asks nothing and counts nothing.
if (window.top === window) showPage('blocked_title', <Blocked store={store()} />);
else showPage('blocked_title', <Framed />);

// Another address typed behind the # of this page does not load it anew by itself.
addEventListener('hashchange', () => location.reload());

function store() {
  return createBlockedStore(createClient(pageTransport()), addressIn(location.href), {
    go: goOn,
    isFresh: isFreshNavigation(),
    hasHistory: history.length > 1,
    onPassHere,
  });
}

/**
 * Goes on to the address, in place of this page. Should the tab come straight back, because the browser still has an
 * old rule, it waits before it tries again.
 */
function goOn(address: string): void {
  const before = Number(sessionStorage.getItem(address) ?? 0);
  sessionStorage.setItem(address, String(Date.now()));
  const pause = Date.now() - before < PAUSE ? PAUSE : 0;
  setTimeout(() => location.replace(address), pause);
}

/** Everything behind the first `#`, as it is: the address may hold more of them. */
function addressIn(href: string): string {
  const hash = href.indexOf('#');
  return hash < 0 ? '' : href.slice(hash + 1);
}

/** A reload, or a way back through the history, is no new attempt. */
function isFreshNavigation(): boolean {
  const [navigation] = performance.getEntriesByType('navigation');
  return navigation instanceof PerformanceNavigationTiming && navigation.type === 'navigate';
}
