// The page: shell around one view. Which view, and everything chosen in it, stands in the address.
import { effect } from '@preact/signals';
import { h, render } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { isShut, meet, useAnswer } from './api.js';
import { Boundary } from './boundary.js';
import { Filters } from './filters.js';
import { html } from './html.js';
import { learnNames } from './names.js';
import { Panel } from './panel.js';
import { Fault, Loading } from './parts.js';
import { t } from './say.js';
import { Header, Nav } from './shell.js';
import { language, moment, reversed, rightToLeft, theme, view } from './state.js';
import { Account } from './views/account.js';
import { Alerts } from './views/alerts.js';
import { Board } from './views/ceasefire.js';
import { Calendar } from './views/calendar.js';
import { Hypotheses } from './views/hypotheses.js';
import { Incident } from './views/incident.js';
import { Movements } from './views/movements.js';
import { Outputs } from './views/outputs.js';
import { Posture } from './views/posture.js';
import { Report } from './views/report.js';
import { Review } from './views/review.js';
import { Search } from './views/search.js';
import { SignIn } from './views/sign_in.js';
import { Situation } from './views/situation.js';
import { Sources } from './views/sources.js';
import { Tripwires } from './views/tripwires.js';

const VIEWS = {
  situation: { of: Situation, filtered: true },
  posture: { of: Posture, filtered: true },
  movements: { of: Movements, filtered: true },
  ceasefire: { of: Board },
  hypotheses: { of: Hypotheses },
  alerts: { of: Alerts },
  tripwires: { of: Tripwires },
  calendar: { of: Calendar },
  sources: { of: Sources },
  review: { of: Review },
  outputs: { of: Outputs, filtered: true },
  incident: { of: Incident },
  report: { of: Report },
  search: { of: Search },
  sign_in: { of: SignIn },
  account: { of: Account },
};

// The document itself follows the address: language, direction, theme, title.
effect(() => {
  const root = document.documentElement;
  root.lang = language.value;
  root.dir = rightToLeft.value ? 'rtl' : 'ltr';
  root.dataset.theme = theme.value;
  document.title = `${t(`view.${VIEWS[view.value] ? view.value : 'situation'}`)} · ${t('name')}`;
});

function Desk() {
  const [known, setKnown] = useState(false);
  useEffect(() => { meet().finally(() => { setKnown(true); learnNames(); }); }, []);
  // A server that only answers people it knows shows the door, whatever was asked for. Whether it does is told by who
  // is signed in and by nothing else: one door at one place, so that no answer coming late draws its form anew.
  const shut = known && isShut();
  const meta = useAnswer(known && !shut ? 'meta' : null, moment.value);
  const shown = VIEWS[view.value] ? view.value : 'situation';
  useEffect(() => { const main = document.getElementById('main'); if (main) main.scrollTop = 0; }, [shown]);
  const Shown = VIEWS[shown].of;
  return html`<a class="skip" href="#main" onClick=${() => document.getElementById('main').focus()}>${t('skip')}</a>
    <${Header} meta=${meta.data} />
    <div class="body">
      <${Nav} />
      <main id="main" tabindex="-1" class=${`main view-${shown}`}>
        ${shut ? html`<${SignIn} />`
          : meta.error ? html`<${Fault} error=${meta.error} retry=${meta.retry} />`
          : !known ? html`<${Loading} />`
          : html`${VIEWS[shown].filtered && html`<${Filters} meta=${meta.data} />`}${!(VIEWS[shown].filtered && reversed.value) && html`<${Boundary} key=${shown}><${Shown} meta=${meta.data} /><//>`}`}
      </main>
      <${Boundary}><${Panel} /><//>
    </div>`;
}

const place = document.getElementById('desk');
place.replaceChildren();
render(h(Desk), place);
