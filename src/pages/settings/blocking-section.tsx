import type { SettingsAndAccess } from '../../messages/requests';
import { text } from '../../ui/text';
import { CategoryPolicy } from './category-policy';
import { LinesField } from './lines-field';
import { type Notifications, NotificationsField } from './notifications-field';
import { OnPurpose } from './on-purpose';
import { Section } from './section';
import type { Save } from './store';

export interface BlockingSectionProps {
  view: SettingsAndAccess;
  save: Save;
  notifications: Notifications;
}

export function BlockingSection({ view, save, notifications }: BlockingSectionProps) {
  return (
    <Section id="blocking" intro="settings_blocking_intro">
      <div class="card policies">
        {view.settings.categories.map(category => (
          <CategoryPolicy key={category.id} category={category} view={view} save={save} />
        ))}
      </div>
      <p class="after">{text('settings_private_windows')}</p>
      <OnPurpose view={view} save={save} />
      <LinesField
        id="better-things"
        label="settings_better_things"
        note="settings_better_things_note"
        stored={view.settings.betterThings}
        save={save}
        change={betterThings => ({ edit: 'set-better-things', betterThings })}
      />
      <NotificationsField notifications={notifications} reminders={view.settings.reminders} save={save} />
    </Section>
  );
}
