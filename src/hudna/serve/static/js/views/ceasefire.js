// The ceasefire board: provisions by parties, what was found of each, and how many days anybody could have told.
import { useEffect, useRef } from 'preact/hooks';
import { useAnswer, usePages } from '../api.js';
import { day, shortDay } from '../dates.js';
import { html } from '../html.js';
import { partyName } from '../names.js';
import { Answer, Coverage, Explain, Figure, IncidentLink, More } from '../parts.js';
import { count, figure, t, value } from '../say.js';
import { go, language, linked, moment, one } from '../state.js';

const VERDICTS = ['inconsistent', 'undetermined', 'consistent'];
const TINT = { inconsistent: 'up', undetermined: '', consistent: 'down', out_of_scope: '' };

export function Board() {
  const agreements = useAnswer('agreements', moment.value);
  const found = agreements.data ? agreements.data.results : [];
  const chosen = found.find((each) => each.id === one('agreement')) || found[0];
  return html`<h1>${t('view.ceasefire')}</h1>
    <${Answer} of=${agreements} is_empty=${(data) => !data.results.length} empty=${t('no_agreements')}>${() => html`
      ${found.length > 1 && html`<div class="row gap" role="group" aria-label=${t('agreements')}>${found.map((each) => html`<button key=${each.id} aria-pressed=${each.id === chosen.id ? 'true' : 'false'} onClick=${() => go({ agreement: each.id, provision: null, party: null, verdict: null })}>${titled(each)}</button>`)}</div>`}
      <${Agreement} it=${chosen} key=${chosen.id} />`}<//>`;
}

const titled = (it) => (language.value !== 'en' && it.names[language.value] && it.names[language.value][0]) || it.title;

function Agreement({ it }) {
  const counts = useAnswer('findings/counts', { ...moment.value, agreement: it.id });
  return html`<section class="card"><div class="row between"><h2><bdi>${titled(it)}</bdi></h2><a class="button" href=${`/api/v1/reports/ceasefire?agreement=${encodeURIComponent(it.id)}&format=pdf&lang=${language.value}`}>${t('as_document')}</a></div>
    <dl class="facts"><dt>${t('signed')}</dt><dd>${day(it.signed)}</dd><dt>${t('in_force')}</dt><dd>${day(it.effective)}${it.ended ? ` – ${day(it.ended)}` : ''}</dd><dt>${t('state')}</dt><dd dir="auto">${it.status}</dd></dl>
    <p class="note">${t('apparent_only')}</p>
    <${Answer} of=${counts}>${(data) => html`<${Reach} of=${data.counts} />`}<//></section>
    ${(one('provision') || one('verdict')) && html`<${Found} it=${it} />`}
    ${counts.data && html`<section class="card" aria-label=${t('provisions')}><${Grid} it=${it} counts=${counts.data.counts} /></section>`}
    <${DeclaredList} />
    ${it.gaps.length > 0 && html`<section class="card"><h2>${t('agreement_gaps')}</h2><ul>${it.gaps.map((each) => html`<li><bdi dir="auto"><strong>${each.what}</strong> ${each.so}</bdi></li>`)}</ul></section>`}`;
}

// What the numbers are to be read against: no report is no proof that nothing happened.
function Reach({ of }) {
  const any = of[0];
  if (!any) return null;
  const share = any.days ? any.days_with_reports / any.days : 0;
  return html`<div class=${`note ${share < 0.5 ? 'warn' : ''}`}><p>${t('reach', { days: figure(any.days), with: figure(any.days_with_reports), gap: figure(any.longest_gap_days), first: shortDay(any.first_report), last: shortDay(any.last_report) })}</p><p>${t('reach_why')}</p></div>`;
}

function Grid({ it, counts }) {
  const parties = it.parties.map((each) => each.id);
  const others = counts.some((each) => !parties.includes(each.party));
  const columns = [...parties, ...(others ? [null] : [])];
  const sum = (provision, party, verdict) => counts.filter((each) => each.provision === provision && each.verdict === verdict && (party === null ? !parties.includes(each.party) : each.party === party)).reduce((all, each) => ({ number: all.number + each.number, labels: { ...all.labels, [each.label]: (all.labels[each.label] || 0) + each.number } }), { number: 0, labels: {} });
  return html`<div class="scroll" tabindex="0" role="region" aria-label=${t('provisions')}><table class="grid"><thead><tr><th>${t('provision')}</th>${columns.map((each) => html`<th>${each === null ? t('no_party') : html`<bdi>${it.parties.find((party) => party.id === each).name}</bdi>`}</th>`)}</tr></thead>
    <tbody>${it.provisions.map((each) => html`<tr key=${each.id} class=${one('provision') === each.id ? 'chosen-row' : ''}><th scope="row"><a ...${linked({ provision: each.id, party: null, verdict: null })} dir="auto">${each.article ? `${each.article} · ` : ''}${each.title}</a>
      <div class="faint" dir="auto">${each.summary}</div>
      <div class="row"><span class="badge">${value('duty', each.duty)}</span>${each.basis !== 'treaty' && html`<span class="badge outline">${value('provision_basis', each.basis)}</span>`}${each.deadline && html`<span class="badge warn">${t('deadline', { day: shortDay(each.deadline) })}</span>`}${each.binds.some((bound) => bound.disputed) && html`<span class="badge warn" title=${each.binds.map((bound) => bound.disputed).filter(Boolean).join('; ')}>${t('binding_disputed')}</span>`}</div></th>
      ${columns.map((party) => html`<td class="cell">${VERDICTS.map((verdict) => { const held = sum(each.id, party, verdict); return held.number > 0 && html`<a key=${verdict} class=${`badge ${TINT[verdict]}`} ...${linked({ provision: each.id, party, verdict })} title=${Object.entries(held.labels).map(([label, number]) => `${value('label', label)}: ${figure(number)}`).join(', ')}>${value('verdict', verdict)} ${figure(held.number)}</a>`; })}${VERDICTS.every((verdict) => !sum(each.id, party, verdict).number) && html`<span class="faint" aria-label=${t('nothing_found')}>·</span>`}</td>`)}</tr>`)}</tbody></table></div>`;
}

function Found({ it }) {
  const query = { ...moment.value, agreement: it.id, provision: one('provision'), party: one('party'), verdict: one('verdict'), limit: 30 };
  const pages = usePages('findings', query);
  const provision = it.provisions.find((each) => each.id === one('provision'));
  const here = useRef(null);
  useEffect(() => { if (here.current) { here.current.scrollIntoView({ block: 'start' }); here.current.focus({ preventScroll: true }); } }, [one('provision'), one('party'), one('verdict')]);
  return html`<section class="card" aria-labelledby="found-title"><div class="row between"><h2 id="found-title" tabindex="-1" ref=${here}>${t('findings')}${provision ? `: ${provision.title}` : ''} ${one('verdict') ? `(${value('verdict', one('verdict'))})` : ''}</h2><button class="quiet" onClick=${() => go({ provision: null, party: null, verdict: null })} aria-label=${t('close')}>✕</button></div>
    <${Answer} of=${pages} is_empty=${(data) => !data.results.length} empty=${t('nothing_found')}>${() => html`<ul class="plain">${pages.results.map((each) => html`<${FindingLine} key=${each.id} of=${each} it=${it} />`)}</ul><${More} of=${pages} /><${Coverage} of=${pages.coverage} />`}<//></section>`;
}

function FindingLine({ of, it }) {
  const party = it.parties.find((each) => each.id === of.party);
  return html`<li class="finding"><div class="row"><span class=${`badge ${TINT[of.verdict]}`}>${value('verdict', of.verdict)}</span>${of.label !== 'none' && html`<span class="badge warn">${value('label', of.label)}</span>`}
      <span>${party ? html`<bdi>${party.name}</bdi>` : t('no_party')} · ${of.on ? shortDay(of.on) : t('no_day')}</span>${of.severity && html`<span class="faint">${t('severity', { n: of.severity })}</span>`}<span class="faint">${count('n_origins', of.origins)}</span><${Explain} id=${of.id} title=${of.question} /></div>
    <p class="faint" dir="auto">${of.question}</p><p dir="auto">${of.because}</p>
    ${of.by.length > 0 && html`<p>${t('alleged_by')} ${of.by.map((each) => html`<bdi>${partyName(each)}</bdi> `)}</p>`}${of.denied_by.length > 0 && html`<p>${t('denied_by', { who: of.denied_by.map(partyName).join(', ') })}</p>`}
    ${of.missing.length > 0 && html`<p><strong>${t('would_settle')}</strong></p><ul>${of.missing.map((each) => html`<li><bdi dir="auto">${each}</bdi></li>`)}</ul>`}
    <p class="row"><${Figure} label=${count('n_claims', of.claims.length)} claims=${of.claims} title=${of.question} />${of.incidents.slice(0, 5).map((id) => html`<${IncidentLink} id=${id}>${t('to_incident')}<//>`)}</p></li>`;
}

function DeclaredList() {
  const declared = useAnswer('declared', { ...moment.value, limit: 50 });
  return html`<section class="card" aria-labelledby="declared-title"><h2 id="declared-title">${t('declared_observed')}</h2>
    <${Answer} of=${declared} is_empty=${(data) => !data.results.length} empty=${t('nothing_declared')}>${(data) => html`<div class="scroll" tabindex="0" role="region" aria-labelledby="declared-title"><table><thead><tr><th>${t('declarer')}</th><th>${t('field')}</th><th>${t('declared')}</th><th>${t('observed')}</th><th>${t('verdict')}</th><th></th></tr></thead>
      <tbody>${data.results.map((each) => html`<tr key=${each.id}><th scope="row"><bdi>${partyName(each.declarer)}</bdi><div class="faint">${shortDay(each.on)}</div></th><td>${value('declared_field', each.field)}</td><td><bdi dir="auto">${each.declared}</bdi></td><td><bdi dir="auto">${each.observed || '–'}</bdi></td>
        <td><span class=${`badge ${{ mismatch: 'up', match: 'down', partial: 'warn' }[each.verdict] || ''}`}>${value('declared_verdict', each.verdict)}</span><div class="faint" dir="auto">${each.because}</div></td><td><${Figure} label=${count('n_claims', each.claims.length)} claims=${each.claims} title=${each.declared} /></td></tr>`)}</tbody></table></div>`}<//></section>`;
}
