import browser from 'webextension-polyfill';

/**
 * Has the toolbar's popup go once a link in it was followed. Chromium does so by itself; Firefox leaves it open over the
 * page that has come. In a tab the same page stays.
 */
export function closePopupAfterLinks(): void {
  if (!browser.extension.getViews({ type: 'popup' }).includes(window)) return;
  document.addEventListener('click', ({ target }) => {
    // In a turn of its own: before, the link has not done its work yet.
    if (target instanceof Element && target.closest('a')) setTimeout(() => window.close());
  });
}

/**
 * Has the next popup be a usual one, once this one, which shows a draft from its address, has the focus. Not before:
 * Firefox loads a popup when its button is pressed, and puts another in its place where the address has changed by the
 * time it is let go.
 */
export function resetWhenSeen(): void {
  const reset = () => void browser.action.setPopup({ popup: location.pathname });
  if (document.hasFocus()) reset();
  else addEventListener('focus', reset, { once: true });
}
