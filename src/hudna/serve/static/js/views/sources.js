// Sources: who was heard, when last, how much. One that has gone silent stands first; silence is a gap, never calm.
import { useState } from 'preact/hooks';
import { get, useAnswer } from '../api.js';
import { shortDay } from '../dates.js';
import { html } from '../html.js';
import { asWritten } from '../names.js';
import { openClaims } from '../panel_state.js';
import { Answer } from '../parts.js';
import { count, figure, t, value } from '../say.js';
import { moment } from '../state.js';

export function Sources() {
  const told = useAnswer('sources', moment.value);
  return html`<h1>${t('view.sources')}</h1><p class="soft">${t('sources_why')}</p>
    <${Answer} of=${told} is_empty=${(data) => !data.sources.length} empty=${t('no_sources')}>${(data) => html`
      ${data.gaps.length > 0 && html`<div class="note warn"><strong>${t('silence_no_calm')}</strong><ul>${data.gaps.map((each) => html`<li><bdi dir="auto">${each}</bdi></li>`)}</ul></div>`}
      <${Table} of=${[...data.sources].sort((a, b) => Number(b.silent) - Number(a.silent) || b.reports - a.reports)} />
      ${data.skipped.length > 0 && html`<section class="card"><h2>${t('skipped')} <span class="faint">${figure(data.skipped.length)}</span></h2><p class="faint">${t('skipped_why')}</p><ul>${data.skipped.slice(0, 50).map((each) => html`<li dir="auto">${Object.values(each).filter(Boolean).join(' · ')}</li>`)}</ul></section>`}`}<//>`;
}

function Table({ of }) {
  return html`<div class="scroll" tabindex="0" role="region" aria-label=${t('view.sources')}><table class="sources"><thead><tr><th>${t('source')}</th><th>${t('health')}</th><th>${t('last_heard')}</th><th class="figure">${t('reports')}</th><th class="figure">${t('claims')}</th><th class="figure">${t('per_week')}</th><th>${t('weeks_12')}</th><th>${t('reliability')}</th><th>${t('languages')}</th></tr></thead>
    <tbody>${of.map((each) => html`<tr key=${each.name} class=${each.silent ? 'silent-row' : ''}><th scope="row"><bdi translate=${false}>${each.name}</bdi>${!each.id && html` <span class="badge outline" title=${t('unlisted_why')}>${t('unlisted')}</span>`}<div class="faint">${[each.side && value('side', each.side), ownerOf(each)].filter(Boolean).map((part, at) => html`${at > 0 && ' · '}<bdi translate=${false}>${part}</bdi>`)}</div></th>
      <td>${each.silent ? html`<span class="badge bad">${t('silent')}</span><div class="faint">${each.silent_days === null ? t('never_heard') : count('n_days', each.silent_days)}</div>` : html`<span class="badge good">${t('heard')}</span>`}</td>
      <td>${shortDay(each.last)}</td><td class="figure">${figure(each.reports)}</td><td class="figure"><${Claims} of=${each} /></td><td class="figure">${each.per_week === null ? '–' : each.per_week.toFixed(1)}</td>
      <td><${Weeks} of=${each.recent} /></td><td>${each.letter ? html`<span class="badge" title=${value('reliability', each.letter)}>${each.letter}</span>` : html`<span class="faint">${t('not_graded')}</span>`}</td><td>${each.languages.map((code) => value('language', code)).join(', ')}</td></tr>`)}</tbody></table></div>`;
}

// A family of outlets that is called as its only outlet says nothing more.
const plain = (name) => name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
const ownerOf = ({ name, owner }) => (owner && plain(owner) !== plain(name) ? owner.replace(/-/g, ' ') : null);

// The newest of them by id: which claims a source has told is asked when somebody wants to see them.
const MOST = 300;
function Claims({ of }) {
  const [asking, setAsking] = useState(false);
  if (!of.claims) return figure(of.claims);
  const open = async () => {
    setAsking(true);
    try {
      const page = await get('claims', { source: of.name, limit: MOST, ...moment.value });
      openClaims(asWritten(of.name), page.results.map((each) => each.id), page.coverage.total);
    } finally { setAsking(false); }
  };
  return html`<button type="button" class="number" aria-busy=${asking ? 'true' : 'false'} onClick=${open} title=${t('open_claims')} aria-label=${`«${of.name}»: ${figure(of.claims)}. ${t('open_claims')}`}>${figure(of.claims)}</button>`;
}

// Twelve weeks, oldest first; an empty week is drawn as a gap, not left out.
function Weeks({ of }) {
  const most = Math.max(1, ...of);
  return html`<svg class="weeks" viewBox="0 0 96 22" role="img" aria-label=${t('weeks_told', { numbers: of.join(', ') })}>${of.map((each, at) => (each ? html`<rect x=${at * 8} y=${20 - (each / most) * 18} width="6" height=${(each / most) * 18} class="bar" />` : html`<rect x=${at * 8} y="18.5" width="6" height="1.5" class="gap" />`))}</svg>`;
}
