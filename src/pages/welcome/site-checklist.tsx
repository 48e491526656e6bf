import type { Category, Settings } from '../../domain/settings';
import { Swatch } from '../../ui/swatch';
import { type TextKey, text } from '../../ui/text';
import { isTicked, type Line, linesOf } from './choice';
import type { WelcomeState } from './store';

interface SiteChecklistProps {
  state: WelcomeState;
  settings: Settings;
}

/** The presets and the user's own sites, by category. */
export function SiteChecklist({ state, settings }: SiteChecklistProps) {
  const lines = linesOf(settings, state.unlisted);
  const groups = settings.categories
    .map(category => ({ category, lines: lines.filter(line => line.category === category.id) }))
    .filter(group => group.lines.length > 0);
  return (
    <div class="cols">
      {groups.map(group => (
        <fieldset class="card" key={group.category.id}>
          <legend>
            <Swatch category={group.category.id} />
            <bdi>{group.category.name}</bdi>
          </legend>
          <div class="lines">
            {group.lines.map(line => (
              <SiteLine
                line={line}
                isTicked={isTicked(line, settings, state.changes)}
                onTick={isTicked => void state.tick(line, isTicked)}
                key={line.name}
              />
            ))}
          </div>
          <p class="caption">{policyText(group.category)}</p>
        </fieldset>
      ))}
    </div>
  );
}

interface SiteLineProps {
  line: Line;
  isTicked: boolean;
  onTick: (isTicked: boolean) => void;
}

function SiteLine({ line, isTicked: ticked, onTick }: SiteLineProps) {
  const note = line.patterns.some(pattern => pattern.startsWith('+')) ? 'note-linkedin' : undefined;
  return (
    <div>
      <label class="check">
        <input
          type="checkbox"
          checked={ticked}
          aria-describedby={note}
          onChange={event => onTick(event.currentTarget.checked)}
        />
        <bdi>{nameOf(line)}</bdi>
      </label>
      {note && (
        <p class="caption note" id={note}>
          {text('welcome_linkedin')}
        </p>
      )}
    </div>
  );
}

/** Most are names of products, the same everywhere. */
const WORDS: Readonly<Record<string, TextKey>> = {
  'Salesforce dashboards': 'preset_salesforce',
  'HubSpot reports': 'preset_hubspot',
};

function nameOf({ name }: Line): string {
  const key = WORDS[name];
  return key ? text(key) : name;
}

const policyText = ({ policy }: Category): string =>
  text(policy === 'only track' ? 'welcome_only_track' : 'welcome_block_until_done');
