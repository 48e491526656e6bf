import { useState } from 'preact/hooks';
import { stoneSeed, tidied } from '../../domain/rock';
import type { Today } from '../../messages/requests';
import { Icon } from '../../ui/icon';
import { PinForm } from '../../ui/pin-form';
import { StonePicture } from '../../ui/stone-picture';
import { text } from '../../ui/text';
import { UnfinishedRock } from '../../ui/unfinished-rock';
import type { WelcomeState } from './store';

/** The form and the stone of what is typed; then the rock that is pinned, and where to go. */
export function PinStep({ state, today }: { state: WelcomeState; today: Today }) {
  const [preview, setPreview] = useState('');
  const { rock } = today;
  const seed = rock?.seed ?? stoneSeed(tidied(preview), today.day);
  const isEmpty = !rock && preview === '';
  return (
    <div class="pin">
      <div class="pin-words">
        {rock ? (
          <div role="status" class="pinned">
            <p class="eyebrow">
              <Icon name="check" />
              {text('welcome_pinned')}
            </p>
            <h3 class="display">
              <bdi>{rock.title}</bdi>
            </h3>
            <p class="quiet">{text('welcome_close')}</p>
          </div>
        ) : (
          <>
            <PinForm onPin={state.pin} onPreview={setPreview} />
            {today.unfinished && <UnfinishedRock rock={today.unfinished} onPickUp={state.pickUp} />}
          </>
        )}
      </div>
      <div class="scene">
        <div class="stands">
          <StonePicture seed={seed} state={isEmpty ? 'empty' : 'solid'} shadow={!isEmpty} />
        </div>
      </div>
    </div>
  );
}
