// Incidents in a list: what, where, when, how many independent origins, how far verified.
import { signal } from '@preact/signals';
import { html } from './html.js';
import { Direction, Figure, Grade, Place, Verification, When, origins, range } from './parts.js';
import { count, t, value } from './say.js';
import { linked } from './state.js';

// The incident under the pointer or the keyboard: the map shows where it lies.
export const pointed = signal(null);

export function IncidentList({ of }) {
  return html`<ol class="plain incidents">${of.map((each) => html`<${Row} key=${each.id} of=${each} />`)}</ol>`;
}

function Row({ of }) {
  const dead = range(of.fatalities);
  const point = () => { pointed.value = of.id; };
  return html`<li class=${`incident ${of.counts ? '' : 'unreal'}`} data-id=${of.id} onMouseEnter=${point} onFocusIn=${point}>
    <div class="row between"><span class="row"><${Direction} of=${of.direction} />${(!of.counts || of.status === 'alleged') && html`<span class="badge outline">${value('status', of.status)}</span>`}</span><span class="faint"><${When} of=${of.occurred} /></span></div>
    <a class="incident-words" ...${linked({ view: 'incident', id: of.id })}><bdi dir="auto">${of.words}</bdi></a>
    <div class="row faint"><span><${Place} of=${of.place} /></span>
      <span><${Figure} number=${of.origins} id=${of.id} label=${origins(of)} title=${t('explain')} /> · ${count('n_reports', of.reports)}</span>
      <${Verification} of=${of.verification} ladder=${of.ladder} told=${of} /><${Grade} of=${of.grade} />
      ${dead && html`<span class="badge up">${t('dead')} ${dead}</span>`}
      ${of.review && html`<span class="badge warn" title=${of.review}>${t('to_review')}</span>`}</div>
  </li>`;
}
