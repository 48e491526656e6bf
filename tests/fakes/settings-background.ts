import { edited, withoutPending } from '../../src/domain/cooling';
import { sitesWithoutAccess } from '../../src/domain/origin';
import { DEFAULT_SETTINGS } from '../../src/domain/settings';
import { blockedCategories } from '../../src/domain/standing';
import { NEW_STATE, type State } from '../../src/domain/state';
import { RequestError } from '../../src/messages/request-error';
import { aRock, aSettingsView, fakeClient, NOW, ZONE } from './client';

const MOMENT = { at: NOW, zone: ZONE };

/** A working day with a rock open. */
export const BLOCKING: State = {
  ...NEW_STATE,
  rock: aRock(),
  settings: { ...DEFAULT_SETTINGS, workHours: { ...DEFAULT_SETTINGS.workHours, always: true } },
};

/** A background that takes in changes of the settings by the real rules, at one moment. */
export function settingsBackground(start: State, origins: readonly string[] = ['*://*/*']) {
  let state = start;
  let edits = 0;
  const client = fakeClient({
    readSettings: () => {
      const { settings, pending } = state;
      // A page gets a copy with each reply.
      return structuredClone(
        aSettingsView({
          settings,
          pending,
          isBlocking: blockedCategories(state, MOMENT).size > 0,
          withoutAccess: sitesWithoutAccess(settings.sites, origins),
          origins: [...origins],
        }),
      );
    },
    editSettings: edit => {
      const result = edited(state, edit, `edit-${++edits}`, MOMENT);
      if ('fault' in result) throw new RequestError(result.fault);
      state = result.state;
      return null;
    },
    cancelEdit: ({ id }) => {
      state = withoutPending(state, id);
      return null;
    },
  });
  return {
    client,
    state: () => state,
    /** The category of this place in the list. */
    category: (index: number) => {
      const category = state.settings.categories[index];
      if (!category) throw new Error(`no category ${index}`);
      return category;
    },
  };
}
