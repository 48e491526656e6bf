import { useState } from 'preact/hooks';
import type { Foreign, LeftOutReason, Rival } from '../../domain/foreign-file';
import type { Category, CategoryId } from '../../domain/settings';
import { MINUTE } from '../../domain/time';
import { DurationText } from '../../ui/duration';
import { Scrolls } from '../../ui/scrolls';
import { counted, type TextKey, text } from '../../ui/text';
import { TextWith } from '../../ui/text-with';
import { CategoryField } from './category-field';
import { ForeignHours, hasOwnHours } from './foreign-hours';
import { LEFT_OUT_TEXTS } from './foreign-words';
import { ImportAnswers } from './import-answers';
import type { TakeOver } from './take-over';

const RIVALS: { [R in Rival]: TextKey } = {
  leechblock: 'settings_foreign_leechblock',
  'plain list': 'settings_foreign_list',
  'web-activity-time-tracker': 'settings_foreign_watt',
  'time-tracker': 'settings_foreign_timer',
  'webtime-tracker': 'settings_foreign_webtime',
};

/** What nobody misses is not said. */
const SILENT: readonly LeftOutReason[] = ['comment'];
const MOST_SHOWN = 100;

interface ForeignPreviewProps {
  file: Foreign;
  categories: readonly Category[];
  confirm: (wanted: TakeOver) => Promise<void>;
  cancel: () => void;
}

/** What the file of another product would bring, what of it is wanted, and what cannot be taken over. */
export function ForeignPreview({ file, categories, confirm, cancel }: ForeignPreviewProps) {
  const [chosen, setChosen] = useState<CategoryId | null>(null);
  const [hours, setHours] = useState(hasOwnHours(file));
  const [limit, setLimit] = useState(file.limitMinutes !== null);
  const category = chosen ?? categories[0]?.id;
  const sites = counted('settings_foreign_sites', file.sites.length);
  const days = new Set(file.days.map(({ day }) => day)).size;
  return (
    <fieldset class="import-preview" aria-label={text('settings_import_preview')}>
      <p class="strong">{text(RIVALS[file.of])}</p>
      {file.sites.length > 0 && (
        <>
          <p>{sites}</p>
          <CategoryField id="foreign-category" categories={categories} value={category} set={setChosen} />
          <div class="foreign-sites">
            <Scrolls label={sites}>
              <ul>
                {file.sites.map(({ pattern }) => (
                  <li key={pattern}>
                    <bdi dir="ltr">{pattern}</bdi>
                  </li>
                ))}
              </ul>
            </Scrolls>
          </div>
        </>
      )}
      {(file.always || file.week) && (
        <div>
          <label class="check">
            <input
              type="checkbox"
              checked={hours}
              onChange={event => setHours(event.currentTarget.checked)}
            />
            <span>{text('settings_foreign_hours')}</span>
          </label>
          <ForeignHours file={file} />
        </div>
      )}
      {file.limitMinutes !== null && (
        <label class="check">
          <input type="checkbox" checked={limit} onChange={event => setLimit(event.currentTarget.checked)} />
          <span>
            <TextWith
              of="settings_foreign_limit"
              parts={[<DurationText key="limit" of={file.limitMinutes * MINUTE} />]}
            />
          </span>
        </label>
      )}
      {days > 0 && <p>{counted('settings_foreign_days', days)}</p>}
      <LeftOutList file={file} />
      <ImportAnswers confirm={async () => category && confirm({ category, hours, limit })} cancel={cancel} />
    </fieldset>
  );
}

function LeftOutList({ file: { leftOut } }: { file: Foreign }) {
  const told = leftOut.filter(({ why }) => !SILENT.includes(why));
  if (told.length === 0) return null;
  const sentence = counted('settings_foreign_left_out', told.length);
  return (
    <div class="left-out">
      <p>{sentence}</p>
      <Scrolls label={sentence}>
        <ul>
          {told.slice(0, MOST_SHOWN).map(({ line, why }, index) => (
            <li key={index}>
              <bdi dir="ltr">{line.slice(0, 200)}</bdi>: {text(LEFT_OUT_TEXTS[why])}
            </li>
          ))}
        </ul>
      </Scrolls>
      {told.length > MOST_SHOWN && <p>{counted('settings_foreign_more', told.length - MOST_SHOWN)}</p>}
    </div>
  );
}
