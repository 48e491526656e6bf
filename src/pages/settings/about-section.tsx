import { type TextKey, text } from '../../ui/text';
import { Section } from './section';

export function AboutSection({ version }: { version: string }) {
  return (
    <Section id="about">
      <dl class="facts">
        <Fact name="settings_about_name" value={text('extension_name')} />
        <Fact name="settings_about_version" value={version} />
        <Fact name="settings_about_licence" value={text('settings_about_mit')} />
      </dl>
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
