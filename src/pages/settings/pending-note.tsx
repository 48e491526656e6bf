import type { SettingsEdit } from '../../domain/edit-settings';
import type { SettingsAndAccess } from '../../messages/requests';
import { ClockTime } from '../../ui/clock-time';
import { TextWith } from '../../ui/text-with';

export interface PendingNoteProps {
  view: SettingsAndAccess;
  isAbout: (edit: SettingsEdit) => boolean;
}

/** Beside a control that shows what holds now: that a change of it waits. */
export function PendingNote({ view: { pending, zone }, isAbout }: PendingNoteProps) {
  const waiting = pending.find(({ edit }) => isAbout(edit));
  if (!waiting) return null;
  const until = <ClockTime key="time" at={waiting.takesEffectAt} zone={zone} />;
  return (
    <p class="pending-note">
      <TextWith of="settings_pending_here" parts={[until]} />
    </p>
  );
}
