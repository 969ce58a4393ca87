// The filters of a view. They stand in the address; the list of saved links keeps some by name.
import { useState } from 'preact/hooks';
import { useAnswer } from './api.js';
import { shortDay } from './dates.js';
import { html } from './html.js';
import { t, value } from './say.js';
import { FILTERS, MANY, address, all, asked, filters, go, language, linked, one, reversed, toggle } from './state.js';

const ROOTS = ['AGREE', 'CONSULT', 'SUPPORT', 'CONCEDE', 'COOPERATE', 'AID', 'RETREAT', 'REQUEST', 'ACCUSE', 'REJECT', 'THREATEN', 'PROTEST', 'SANCTION', 'MOBILIZE', 'COERCE', 'ASSAULT'];
const STATUSES = ['actual', 'declared', 'reported', 'alleged', 'planned', 'conditional', 'hypothetical', 'denied', 'demanded', 'historical', 'state'];
const LADDER = ['raw', 'reported', 'corroborated', 'documented', 'established', 'disputed', 'refuted'];
const NONE = Object.fromEntries([...FILTERS, 'cursor'].map((name) => [name, null]));

export function Filters({ meta }) {
  const names = useAnswer('actors', { limit: 200, lang: language.value });
  const actors = names.data ? names.data.results : [];
  const theatres = meta ? meta.theatres : [];
  const chosen = Object.entries(filters.value).flatMap(([name, held]) => [held].flat().map((each) => [name, each]));
  const named = (name, held) => (name === 'actor' ? (actors.find((each) => each.id === held) || { name: held }).name : { since: shortDay, until: shortDay }[name] ? shortDay(held) : name === 'bbox' ? t('part_of_map') : value(name, held));
  return html`<section class="filters" aria-label=${t('filters')}>
    <details class="fold" open=${innerWidth > 760}><summary>${t('filters')}</summary><div class="row">
      <${Choice} name="direction" of=${['escalation', 'de-escalation', 'statement']} />
      <${Pick} name="actor" label=${t('actor')} of=${actors.map((each) => [each.id, `${each.name} (${each.number})`])} />
      <${Pick} name="root" label=${t('root')} of=${ROOTS.map((each) => [each, value('root', each)])} />
      <${Pick} name="status" label=${t('status')} of=${STATUSES.map((each) => [each, value('status', each)])} />
      <${Pick} name="verification" label=${t('verification')} of=${LADDER.map((each) => [each, value('verification', each)])} />
      ${theatres.length > 1 && html`<${Pick} name="theatre" label=${t('theatre')} of=${theatres.map((each) => [each, value('theatre', each)])} />`}
      <span class="dates"><label class="sr" for="since">${t('since')}</label><input id="since" title=${t('since')} type="date" value=${one('since') || ''} onChange=${(event) => go({ since: event.target.value || null })} />
      <span aria-hidden="true">–</span><label class="sr" for="until">${t('until')}</label><input id="until" title=${t('until')} type="date" value=${one('until') || ''} onChange=${(event) => go({ until: event.target.value || null })} /></span>
      <${Saved} />
    </div></details>
    ${reversed.value && html`<div class="note bad row" role="alert"><span>${t('days_reversed', { since: shortDay(one('since')), until: shortDay(one('until')) })}</span> <button onClick=${() => go({ since: one('until'), until: one('since') })}>${t('swap_days')}</button></div>`}
    ${chosen.length > 0 && html`<ul class="plain row chosen" aria-label=${t('chosen')}>
      ${chosen.map(([name, held]) => html`<li key=${name + held}><button class="chip" onClick=${() => drop(name, held)} aria-label=${t('take_off', { what: `${t(name)} ${named(name, held)}` })}>
        <span class="soft">${t(name)}:</span> <bdi>${named(name, held)}</bdi> <span aria-hidden="true">✕</span></button></li>`)}
      <li><button class="quiet" onClick=${() => go(NONE)}>${t('all_off')}</button></li>
    </ul>`}
  </section>`;
}

const drop = (name, held) => (MANY.includes(name) ? toggle(name, held) : go({ [name]: null }));

function Choice({ name, of }) {
  const had = all(name);
  return html`<div class="row choice" role="group" aria-label=${t(name)}>${of.map((each) => html`<button key=${each} aria-pressed=${had.includes(each) ? 'true' : 'false'} onClick=${() => toggle(name, each)}>${value(name, each)}</button>`)}</div>`;
}

function Pick({ name, label, of }) {
  const single = !MANY.includes(name);
  const pick = (event) => { if (!event.target.value) return; if (single) go({ [name]: event.target.value }); else toggle(name, event.target.value); event.target.value = ''; };
  return html`<select aria-label=${label} onChange=${pick}><option value="">${label}</option>${of.map(([id, shown]) => html`<option key=${id} value=${id}>${all(name).includes(id) ? '✓ ' : ''}${shown}</option>`)}</select>`;
}

const KEEP = 'hudna.saved';
function kept() {
  try { return JSON.parse(localStorage.getItem(KEEP) || '[]'); } catch { return []; }
}

// Saved views are links: they can be opened, sent on, and taken off again.
function Saved() {
  const [links, setLinks] = useState(kept());
  const [naming, setNaming] = useState(false);
  const hold = (next) => { setLinks(next); try { localStorage.setItem(KEEP, JSON.stringify(next)); } catch { /* a browser that keeps nothing: the link in the address bar is the saved view */ } };
  const save = (event) => {
    event.preventDefault();
    const name = event.target.elements.name.value.trim();
    if (!name) return;
    const search = new URLSearchParams(asked.value);
    search.delete('explain');
    hold([...links.filter((each) => each.name !== name), { name, search: search.toString() }]);
    setNaming(false);
  };
  return html`<details class="saved"><summary class="button">${t('saved')}${links.length ? ` (${links.length})` : ''}</summary><div class="pop card">
    ${links.length === 0 && html`<p class="faint">${t('saved_none')}</p>`}
    <ul class="plain">${links.map((each) => html`<li class="row between" key=${each.name}><a href=${`?${each.search}`}><bdi dir="auto">${each.name}</bdi></a>
      <button class="quiet" onClick=${() => hold(links.filter((one) => one !== each))} aria-label=${t('take_off', { what: each.name })}>✕</button></li>`)}</ul>
    ${naming ? html`<form class="row" onSubmit=${save}><label for="save-name">${t('save_as')}</label><input id="save-name" name="name" dir="auto" maxlength="80" required /><button class="primary">${t('save')}</button></form>`
      : html`<div class="row"><button onClick=${() => setNaming(true)}>${t('save_this')}</button><a class="button" href=${address({ explain: null })}>${t('link_here')}</a></div>`}
  </div></details>`;
}
