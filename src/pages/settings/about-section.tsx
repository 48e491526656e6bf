import type { ComponentChildren } from 'preact';
import { type TextKey, text } from '../../ui/text';
import { type Reach, ReachList } from './reach-list';
import { Section } from './section';

const PRIVACY = [
  'settings_privacy_leaves',
  'settings_privacy_kept',
  'settings_privacy_where',
  'settings_privacy_seen',
  'settings_privacy_delete',
] as const satisfies readonly TextKey[];

export interface AboutProps {
  version: string;
  reach: Reach;
  children: ComponentChildren;
}

export function AboutSection({ version, reach, children }: AboutProps) {
  return (
    <Section id="about">
      <dl class="facts">
        <Fact name="settings_about_name" value={text('extension_name')} />
        <Fact name="settings_about_version" value={version} />
        <Fact name="settings_about_licence" value={text('settings_about_mit')} />
      </dl>
      <ReachList reach={reach}>{children}</ReachList>
      <div class="subject privacy">
        <h3>{text('settings_privacy')}</h3>
        {PRIVACY.map(key => (
          <p key={key}>{text(key)}</p>
        ))}
      </div>
    </Section>
  );
}

function Fact({ name, value }: { name: TextKey; value: string }) {
  return (
    <div>
      <dt>{text(name)}</dt>
      <dd>{value}</dd>
    </div>
  );
}
