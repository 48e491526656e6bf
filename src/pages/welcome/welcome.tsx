import type { ComponentChildren } from 'preact';
import { askedSettings } from '../../ui/asked-settings';
import { faultText } from '../../ui/fault-text';
import { GuessFields } from '../../ui/guess-fields';
import { StonePicture } from '../../ui/stone-picture';
import { Colours } from '../../ui/swatch';
import { text } from '../../ui/text';
import { useStore } from '../../ui/use-store';
import { AllowButton } from './allow-button';
import { HoursFields } from './hours-fields';
import { OtherSite } from './other-site';
import { PinStep } from './pin-step';
import { QuestionField } from './question-field';
import { SiteChecklist } from './site-checklist';
import type { WelcomeState, WelcomeStore } from './store';
import { WatchChoice } from './watch-choice';

export function Welcome({ store }: { store: WelcomeStore }) {
  const state = useStore(store);
  const asked = state.view && askedSettings(state.view);
  return (
    <>
      <Opening />
      <Colours.Provider value={asked?.categories ?? []}>
        <main class="steps" aria-busy={state.view === null && state.unread === null}>
          <Troubles state={state} />
          <Step number={1} title={text('welcome_choose')} lead={text('welcome_choose_lead')}>
            {asked && (
              <>
                <SiteChecklist state={state} settings={asked} />
                <OtherSite categories={asked.categories} onAdd={state.edit} />
                <AllowButton state={state} />
              </>
            )}
          </Step>
          <Step number={2} title={text('welcome_hours')} lead={text('welcome_hours_lead')}>
            {state.view && asked && (
              <div class="two">
                <HoursFields saved={asked.workHours} zone={state.view.zone} onSave={state.edit} />
                <QuestionField saved={asked.question} zone={state.view.zone} onSave={state.edit} />
                <WatchChoice settings={asked} view={state.view} onSave={state.edit} />
                <div>
                  <GuessFields categories={asked.categories} guesses={asked.guesses} save={state.guess} />
                  <p class="hint">{text('welcome_guess_hint')}</p>
                </div>
              </div>
            )}
          </Step>
          <Step
            number={3}
            title={text(isNew(state) ? 'welcome_pin' : 'welcome_pin_again')}
            lead={text('welcome_pin_lead')}
          >
            {state.today && <PinStep state={state} today={state.today} />}
          </Step>
        </main>
      </Colours.Provider>
    </>
  );
}

/** Nothing was ever pinned, as far as is known. */
const isNew = ({ today }: WelcomeState): boolean => today === null || today.gate.because === 'never-pinned';

function Opening() {
  return (
    <header class="scene opening">
      <div class="inner">
        <span class="wordmark">
          <img src="/icons/mark.svg" alt="" />
          {text('extension_name')}
        </span>
        <div class="say">
          <h1 class="display">{text('welcome_heading')}</h1>
          <p>{text('welcome_promise')}</p>
        </div>
        <div class="stone-at">
          <StonePicture seed="a quiet first stone" />
        </div>
      </div>
    </header>
  );
}

function Troubles({ state: { view, unread } }: { state: WelcomeState }) {
  const faults = new Set([view?.trouble ?? null, unread].filter(each => each !== null));
  return [...faults].map(each => (
    <p class="notice error" role="alert" key={each}>
      {faultText(each)}
    </p>
  ));
}

interface StepProps {
  number: number;
  title: string;
  lead: string;
  children: ComponentChildren;
}

function Step({ number, title, lead, children }: StepProps) {
  return (
    <section class="step" aria-labelledby={`step-${number}`}>
      <p class="display n" aria-hidden="true">
        {number}
      </p>
      <div class="content">
        <h2 id={`step-${number}`}>{title}</h2>
        <p class="lead">{lead}</p>
        {children}
      </div>
    </section>
  );
}
