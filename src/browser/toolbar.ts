import browser from 'webextension-polyfill';
import type { Badge, Face } from '../domain/projection';
import { text } from './text';

const COLOURS: Record<Badge['of'], string> = { pass: '#1f6f5c', 'pass-ending': '#a83a1e', nudge: '#a86a00' };

/** Shows whether sites are blocked, opened by a rock done, or off hours; and what is going on just now. */
export async function showFace({ icon, badge }: Face): Promise<void> {
  const path = Object.fromEntries([16, 32].map(size => [size, `/icons/${icon}-${size}.png`]));
  await browser.action.setIcon({ path });
  await browser.action.setBadgeText({ text: badge ? badgeText(badge) : '' });
  await browser.action.setTitle({ title: titleOf(icon, badge) });
  if (!badge) return;
  await browser.action.setBadgeBackgroundColor({ color: COLOURS[badge.of] });
  await browser.action.setBadgeTextColor({ color: '#ffffff' });
}

const badgeText = (badge: Badge): string =>
  badge.of === 'nudge' ? '!' : text('badge_minutes', badge.minutes);

function titleOf(icon: Face['icon'], badge: Badge | null): string {
  if (badge?.of === 'nudge') return text('toolbar_nudge');
  if (badge) return text('toolbar_pass', badge.minutes);
  return text(`toolbar_${icon}`);
}
