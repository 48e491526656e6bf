import type { ComponentChildren } from 'preact';
import type { SettingsEdit } from '../../domain/edit-settings';
import type { CategoryId, Policy, PolicyTerms, Settings } from '../../domain/settings';
import { MINUTE } from '../../domain/time';
import { DurationText } from '../../ui/duration';
import { dateText } from '../../ui/format';
import { language, type TextKey, text } from '../../ui/text';
import { TextWith } from '../../ui/text-with';
import { hourText } from './day-start-field';

/** What will change, in a few words. */
export function PendingWords({ edit, settings }: { edit: SettingsEdit; settings: Settings }) {
  const name = (id: CategoryId) => (
    <bdi key="category">{settings.categories.find(category => category.id === id)?.name ?? id}</bdi>
  );
  switch (edit.edit) {
    case 'remove-site':
      return <TextWith of="settings_pending_remove" parts={[<bdi key="site">{edit.pattern}</bdi>]} />;
    case 'add-site':
      return <SiteWords edit={edit} settings={settings} category={name(edit.category)} />;
    case 'set-policy':
      return (
        <TextWith
          of="settings_pending_terms"
          parts={[name(edit.category), listed(termChanges(edit.category, edit.terms, settings))]}
        />
      );
    case 'set-work-hours':
      return <>{text('settings_hours')}</>;
    case 'set-days-off':
      return <>{daysOffText(edit.daysOff, settings)}</>;
    case 'set-day-start':
      return <>{text('settings_pending_day_start', hourText(edit.dayStart))}</>;
    case 'set-passes':
      return <>{text('settings_pending_passes', edit.passesPerDay)}</>;
    case 'set-strict':
      return <>{text('settings_pending_strict')}</>;
    case 'set-watch':
      return <>{text('settings_pending_watch')}</>;
    default:
      // Nothing else opens anything, so nothing else waits.
      return <>{text('settings_heading')}</>;
  }
}

interface SiteWordsProps {
  edit: { pattern: string };
  settings: Settings;
  category: ComponentChildren;
}

function SiteWords({ edit: { pattern }, settings, category }: SiteWordsProps) {
  if (pattern.startsWith('+')) {
    return <TextWith of="settings_pending_exception" parts={[<bdi key="site">{pattern.slice(1)}</bdi>]} />;
  }
  const isListed = settings.sites.some(site => site.pattern === pattern);
  return (
    <TextWith
      of={isListed ? 'settings_pending_move' : 'settings_pending_add'}
      parts={[<bdi key="site">{pattern}</bdi>, category]}
    />
  );
}

const POLICIES: { [P in Policy]: TextKey } = {
  'block until done': 'settings_pending_until_done',
  'only in windows': 'settings_pending_windows_only',
  'limit per day': 'settings_pending_limit_only',
  'only track': 'settings_pending_only_track',
};

/** In what the terms asked for differ from those that hold now. */
function termChanges(id: CategoryId, asked: PolicyTerms, settings: Settings): ComponentChildren[] {
  const now = settings.categories.find(category => category.id === id);
  const differs = (key: keyof PolicyTerms) => JSON.stringify(now?.[key]) !== JSON.stringify(asked[key]);
  const { policy, limitMinutes } = asked;
  const hasLimits = policy === 'only in windows' || policy === 'limit per day';
  const limit = (
    <TextWith
      key="limit"
      of="settings_pending_limit"
      parts={[<DurationText key="time" of={limitMinutes * MINUTE} />]}
    />
  );
  return [
    differs('policy') && text(POLICIES[policy]),
    policy === 'only in windows' && differs('windows') && text('settings_pending_windows'),
    policy === 'limit per day' && (differs('policy') || differs('limitMinutes')) && limit,
    hasLimits && asked.endsWhenDone && differs('endsWhenDone') && text('settings_pending_ends'),
    !asked.insidePages && differs('insidePages') && text('settings_pending_outside'),
  ].filter(each => each !== false);
}

function daysOffText(daysOff: Settings['daysOff'], settings: Settings): string {
  const added = daysOff.filter(day => !settings.daysOff.includes(day)).map(dateText);
  return text('settings_pending_days_off', new Intl.ListFormat(language()).format(added));
}

const listed = (parts: readonly ComponentChildren[]): ComponentChildren =>
  parts.map((part, index) => (index === 0 ? part : [', ', part]));
