// The small parts every view is made of: states of waiting, badges, parties, places, figures that open their claims.
import { html } from './html.js';
import { span } from './dates.js';
import { partyName, placeName } from './names.js';
import { openClaims, openExplain } from './panel_state.js';
import { count, figure, t, value } from './say.js';
import { linked } from './state.js';

export const Loading = ({ what }) => html`<div class="loading" role="status">${what || t('loading')}</div>`;
export const Empty = ({ children }) => html`<div class="empty">${children}</div>`;

export function Fault({ error, retry }) {
  const sentence = error.status === undefined ? t('no_answer') : error.message;
  return html`<div class="note bad" role="alert"><p>${sentence}</p>
    ${retry && html`<button onClick=${retry}>${t('again')}</button>`}</div>`;
}

// Waiting, failing and being empty look the same in every view.
export function Answer({ of, empty, is_empty, children }) {
  if (of.error) return html`<${Fault} error=${of.error} retry=${of.retry} />`;
  if (!of.data) return html`<${Loading} />`;
  if (is_empty && is_empty(of.data)) return html`<${Empty}>${empty || t('nothing')}<//>`;
  return html`<div aria-busy=${of.loading ? 'true' : 'false'} class=${of.loading ? 'stale' : ''}>${children(of.data)}</div>`;
}

// A figure that leads to the claims it rests on; a bare one where it rests on none.
export function Figure({ number, id, claims, title, label }) {
  const shown = label ?? figure(number);
  if (!id && !(claims && claims.length)) return html`<span class="figure">${shown}</span>`;
  const open = () => (id ? openExplain(id) : openClaims(title || shown, claims));
  return html`<button type="button" class="number" onClick=${open} title=${t('open_claims')} aria-label=${`${title ? `${title}: ` : ''}${shown}. ${t('open_claims')}`}>${shown}</button>`;
}

export const Explain = ({ id, claims, title, label }) => html`<button type="button" class="quiet small" onClick=${() => (id ? openExplain(id) : openClaims(title, claims))}>
  ${label || t('explain')}<span class="sr"> ${title || ''}</span></button>`;

export const DIRECTION = { escalation: 'up', 'de-escalation': 'down', statement: 'talk' };
export const MARK = { escalation: '▲', 'de-escalation': '▼', statement: '●' };
export const Direction = ({ of }) => html`<span class=${`badge ${DIRECTION[of] || ''}`}><span aria-hidden="true">${MARK[of]} </span>${value('direction', of)}</span>`;

// Speakers whom one outlet quotes are no origins that bear each other out from outside of it.
const within = (of) => of.origins > 1 && of.independent === 1;
export const origins = (of) => count(within(of) || (of.reports === 1 && of.origins > 1) ? 'n_voices' : 'n_origins', of.origins);

export function Verification({ of, ladder, told }) {
  const kind = { established: 'good', documented: 'good', refuted: 'bad', disputed: 'warn' }[of] || '';
  return html`<span class=${`badge ${kind}`} title=${ladder === undefined ? '' : t('ladder', { n: ladder })}>${of === 'reported' && told && within(told) ? t('told_alike') : value('verification', of)}</span>`;
}

export const Grade = ({ of }) => of && html`<span class="badge" title=${`${value('reliability', of.reliability)} · ${value('credibility', of.credibility)}`}>${of.reliability}${of.credibility}</span>`;

export const Party = ({ of }) => html`<bdi title=${of ? of.text : undefined}>${of ? partyName(of) : t('nobody')}</bdi>`;
export const Parties = ({ of }) => (of && of.length ? of.map((each, at) => html`${at > 0 && ', '}<${Party} of=${each} />`) : html`<span class="faint">${t('nobody')}</span>`);

export function Place({ of }) {
  if (!of) return html`<span class="faint">${t('no_place')}</span>`;
  const vague = !['point', 'town'].includes(of.precision);
  return html`<bdi>${placeName(of)}</bdi>${vague && html` <span class="badge outline">${value('precision', of.precision)}${of.radius_km ? ` ±${figure(Math.round(of.radius_km))} ${t('km')}` : ''}</span>`}`;
}

export function When({ of }) {
  const words = span(of);
  if (!words) return html`<span class="faint">${t('no_day')}</span>`;
  return html`<span>${words}${of.basis === 'published' || of.basis === 'inherited' ? html` <span class="badge outline">${value('basis', of.basis)}</span>` : ''}</span>`;
}

// What is known of a number of people: the range, and the best where all agree.
export function range(of) {
  if (!of || (of.low === null && of.best === null && of.high === null)) return null;
  if (of.best !== null && of.best !== undefined) {
    const wide = (of.low ?? of.best) !== (of.high ?? of.best);
    return wide ? `${figure(of.best)} (${figure(of.low)}–${figure(of.high)})` : figure(of.best);
  }
  if (of.high === null || of.high === undefined) return `≥ ${figure(of.low)}`;
  return `${figure(of.low ?? 0)}–${figure(of.high)}`;
}

export const IncidentLink = ({ id, children }) => html`<a ...${linked({ view: 'incident', id })}>${children}</a>`;

export function Coverage({ of }) {
  if (!of) return null;
  return html`<p class="faint">${t('coverage', { returned: figure(of.returned), total: (of.exact ? '' : t('at_least')) + figure(of.total) })} <bdi dir="auto">${of.rule}</bdi></p>`;
}

export const More = ({ of }) => html`
  ${of.moreError && html`<${Fault} error=${of.moreError} retry=${of.more} />`}
  ${of.more && html`<p><button onClick=${of.more} disabled=${of.loadingMore}>${of.loadingMore ? t('loading') : t('more')}</button></p>`}`;
