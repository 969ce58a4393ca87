// One incident: what is said of it by whom, from how many independent origins, in which words, and what people judged.
import { useState } from 'preact/hooks';
import { useAnswer } from '../api.js';
import { Claim, MarksKey, ReportLine } from '../claim.js';
import { instant, shortDay } from '../dates.js';
import { html } from '../html.js';
import { JudgeBox } from '../judge.js';
import { asWritten } from '../names.js';
import { MapPane } from '../map/pane.js';
import { Answer, Direction, Explain, Figure, Grade, IncidentLink, Parties, Party, Place, Verification, When, origins, range } from '../parts.js';
import { count, figure, listed, t, value } from '../say.js';
import { language, linked, moment, one } from '../state.js';

export function Incident() {
  const id = one('id');
  const told = useAnswer(id ? `incidents/${encodeURIComponent(id)}` : null, moment.value);
  return html`<div class="incident-page"><p><a ...${linked({ view: 'situation' })}><span class="flip" aria-hidden="true">←</span> ${t('view.situation')}</a></p>
    <${Answer} of=${told}>${(it) => html`<${Page} it=${it} key=${it.id} />`}<//></div>`;
}

function Page({ it }) {
  return html`<article aria-labelledby="incident-title">
    <header class="card">
      <div class="row between"><span class="row"><${Direction} of=${it.direction} /><span class="badge">${value('status', it.status)}</span>${!it.counts && html`<span class="badge outline">${t('counts_not')}</span>`}</span>
        <span class="row"><${Explain} id=${it.id} title=${it.words} /><a class="button" href=${`/api/v1/reports/dossier?incident=${encodeURIComponent(it.id)}&format=pdf&lang=${language.value}`}>${t('dossier')}</a></span></div>
      <h1 id="incident-title"><bdi dir="auto">${it.words}</bdi></h1>
      ${it.alternatives.length > 0 && html`<p class="note warn">${t('alternatives')} ${it.alternatives.map((each) => html`<${IncidentLink} id=${each}><code dir="ltr">${each}</code><//> `)}</p>`}
      <${Facts} it=${it} />
    </header>
    <div class="two">
      <div>
        <${Positions} of=${it.positions} names=${it.side_names} />
        <${Origins} it=${it} />
      </div>
      <div>
        <${Where} it=${it} />
        <${JudgeBox} incident=${it} />
        <${Findings} of=${it.findings} />
        <${History} of=${it.history} />
      </div>
    </div>
  </article>`;
}

function Facts({ it }) {
  const dead = range(it.fatalities);
  const hurt = range(it.injuries);
  return html`<dl class="facts">
    <dt>${t('what')}</dt><dd>${[value('root', it.root), it.mode && value('mode', it.mode), it.move && value('move', it.move)].filter(Boolean).join(' · ')}</dd>
    <dt>${t('who')}</dt><dd><${Parties} of=${it.actors} />${it.recipients.length > 0 && html` <span class="flip" aria-label=${t('upon')}>→</span> <${Parties} of=${it.recipients} />`}</dd>
    <dt>${t('where')}</dt><dd><${Place} of=${it.place} /></dd>
    <dt>${t('when')}</dt><dd><${When} of=${it.occurred} /> ${it.occurred && !['inherited', 'published'].includes(it.occurred.basis) && html`<span class="faint">${value('basis', it.occurred.basis)}</span>`}</dd>
    ${dead && html`<dt>${t('dead')}</dt><dd><${Toll} of=${it.fatalities} shown=${dead} title=${t('dead')} /></dd>`}
    ${hurt && html`<dt>${t('hurt')}</dt><dd><${Toll} of=${it.injuries} shown=${hurt} title=${t('hurt')} /></dd>`}
    <dt>${t('ground')}</dt><dd class="row"><${Figure} label=${count('n_reports', it.reports)} claims=${it.claim_ids} title=${t('ground')} /><span>${origins(it)}</span>
      ${it.sides.length > 0 && html`<span>${count('n_sides', it.sides.length)} (${listed(it.sides.map((each) => it.side_names[each] || asWritten(value('side', each))))})</span>`}
      <${Verification} of=${it.verification} ladder=${it.ladder} told=${it} /><${Grade} of=${it.grade} /></dd>
  </dl>
  ${it.grade.because.length > 0 && html`<details><summary>${t('why_grade')}</summary><ul>${it.grade.because.map((each) => html`<li><bdi dir="auto">${each}</bdi></li>`)}</ul></details>`}`;
}

// A toll with who gave which figure; contradicting figures are never averaged.
function Toll({ of, shown, title }) {
  const claims = of.by.flatMap((each) => each.claims);
  return html`<${Figure} label=${shown} claims=${claims} title=${title} />
    ${of.best === null && of.by.length > 1 && html` <span class="badge warn">${t('figures_differ')}</span>`}
    ${of.by.length > 1 && html`<ul class="tolls">${of.by.map((each, at) => html`<li key=${at}><${Figure} label=${range(each) || '–'} claims=${each.claims} title=${title} /> <${Party} of=${each.speaker || { text: t('own_voice') }} /></li>`)}</ul>`}`;
}

const COLUMNS = ['who', 'whom', 'where', 'when', 'dead', 'why'];

function Positions({ of, names }) {
  return html`<section class="card" aria-labelledby="positions-title"><h2 id="positions-title">${t('positions')}</h2>
    <p class="faint">${t('positions_why')}</p>
    <div class="scroll" tabindex="0" role="region" aria-labelledby="positions-title"><table class="matrix"><thead><tr><th>${t('speaker')}</th><th>${t('stance')}</th>${COLUMNS.map((name) => html`<th>${t(`says.${name}`)}</th>`)}<th class="figure">${t('origins')}</th></tr></thead>
      <tbody>${of.map((each, at) => html`<${Position} key=${at} of=${each} names=${names} />`)}</tbody></table></div></section>`;
}

function Position({ of, before, names }) {
  const { says } = of;
  const speaker = of.speaker ? html`<${Party} of=${of.speaker} />` : t(of.anonymous ? 'anonymous' : 'own_voice');
  return html`<tr class=${before ? 'before' : `stance-${says.stance}`}>
    <th scope="row">${before ? html`<span class="faint">${t('before')} </span>` : ''}${speaker}
      <div class="faint">${[of.side && (names[of.side] || asWritten(value('side', of.side))), of.source, shortDay(of.said)].filter(Boolean).map((each, at) => html`${at > 0 && ' · '}<bdi translate=${false}>${each}</bdi>`)}</div>
      ${of.against_interest && html`<span class="badge good" title=${of.interest || ''}>${t('against_interest')}</span>`}</th>
    <td><span class=${`badge ${{ denies: 'bad', fears: 'warn', alleges: 'outline' }[says.stance] || ''}`}>${value('stance', says.stance)}</span></td>
    <td>${says.who.length ? html`<${Parties} of=${says.who} />` : dash()}</td><td>${says.whom.length ? html`<${Parties} of=${says.whom} />` : dash()}</td>
    <td>${says.where ? html`<${Place} of=${says.where} />` : dash()}</td><td>${says.when ? html`<${When} of=${says.when} />` : dash()}</td>
    <td>${says.dead ? html`<${Figure} label=${range(says.dead) || '–'} claims=${of.claims} title=${t('dead')} />` : dash()}</td>
    <td>${says.why.length ? says.why.map((each) => html`<q dir="auto">${each}</q> `) : dash()}</td>
    <td class="figure"><${Figure} number=${of.origins} claims=${of.claims} title=${t('origins')} /></td>
  </tr>${(of.before || []).map((each, at) => html`<${Position} key=${`b${at}`} of=${each} before=${true} names=${names} />`)}`;
}

const dash = () => html`<span class="faint" aria-label=${t('says_nothing')}>–</span>`;

function Origins({ it }) {
  return html`<section class="card" aria-labelledby="origins-title"><h2 id="origins-title">${t('origins_title', { origins: origins(it), reports: count('n_reports', it.reports) })}</h2>
    <${MarksKey} />
    ${it.told.map((origin, at) => html`<section class="origin" key=${at} aria-label=${t('origin_n', { n: figure(at + 1) })}>
      <h3>${t('origin_n', { n: figure(at + 1) })} ${origin.letter && html`<span class="badge" title=${value('reliability', origin.letter)}>${origin.letter}</span>`}</h3>
      ${origin.because && origin.reports.length > 1 && html`<p class="faint" dir="auto">${origin.because}</p>`}
      ${origin.reports.map((report) => html`<div class="told" key=${report.id}><${ReportLine} of=${report} />${report.claims.map((claim) => html`<${Claim} key=${claim.id} of=${claim} head=${false} />`)}</div>`)}
    </section>`)}</section>`;
}

function Where({ it }) {
  const [open, setOpen] = useState(true);
  const placed = it.place && it.place.lat !== null ? it.place : null;
  if (!placed) return html`<section class="card"><h2>${t('map')}</h2><p class="soft">${t('no_place_map')}</p></section>`;
  const features = [{ type: 'Feature', id: it.id, geometry: { type: 'Point', coordinates: [placed.lon, placed.lat] },
    properties: { id: it.id, root: it.root, direction: it.direction, counts: it.counts, status: it.status, day: it.day, place_name: placed.name, precision: placed.precision, radius_km: placed.radius_km } }];
  const answer = { data: { drawn: 'incidents', features, without_place: 0 }, error: null };
  return html`<section class="card small-map" aria-label=${t('map')}>${open && html`<${MapPane} incidents=${answer} only=${true} />`}
    ${it.places.length > 1 && html`<ul class="faint">${it.places.map((each, at) => html`<li key=${at}>${value('place_role', each.role)}: <${Place} of=${each.where} /></li>`)}</ul>`}
    <button class="quiet small" onClick=${() => setOpen(!open)} aria-expanded=${open ? 'true' : 'false'}>${t(open ? 'hide_map' : 'show_map')}</button></section>`;
}

// What no provision reaches stands folded: a fight abroad is no news of an agreement.
function Findings({ of }) {
  const [within, outside] = [of.filter((each) => each.verdict !== 'out_of_scope'), of.filter((each) => each.verdict === 'out_of_scope')];
  if (!of.length) return null;
  return html`<section class="card" aria-labelledby="findings-title"><h2 id="findings-title">${t('findings')}</h2>
    ${within.length > 0 && html`<ul class="plain">${within.map((each) => html`<${Finding} key=${each.id} of=${each} />`)}</ul>`}
    ${outside.length > 0 && html`<details><summary>${value('verdict', 'out_of_scope')} <span class="faint">${figure(outside.length)}</span></summary><ul class="plain">${outside.map((each) => html`<${Finding} key=${each.id} of=${each} />`)}</ul></details>`}</section>`;
}

function Finding({ of }) {
  return html`<li class="finding">
    <div class="row"><span class=${`badge ${of.verdict === 'inconsistent' ? 'up' : of.verdict === 'consistent' ? 'down' : ''}`}>${value('verdict', of.verdict)}</span>${of.label !== 'none' && html`<span class="badge warn">${value('label', of.label)}</span>`}<a ...${linked({ view: 'ceasefire', agreement: of.agreement, provision: of.provision })}>${of.provision}</a><${Explain} id=${of.id} title=${of.provision} /></div>
    <p class="faint" dir="auto">${of.question}</p><p dir="auto">${of.because}</p></li>`;
}

function History({ of }) {
  return html`<section class="card" aria-labelledby="history-title"><h2 id="history-title">${t('history')}</h2><ol class="plain history">${of.map((each, at) => html`<li key=${at} class=${`moment-${each.what}`}>
    <span class="faint">${each.at ? instant(each.at) : shortDay(each.on)} · ${value('moment', each.what)}</span>
    <div><bdi dir="auto" translate=${false}>${each.text}</bdi> ${each.by && html`<span class="faint">(<bdi>${each.by}</bdi>)</span>`} ${each.claims.length > 0 && html`<${Figure} label=${count('n_claims', each.claims.length)} claims=${each.claims} title=${asWritten(each.text)} />`}</div></li>`)}</ol></section>`;
}
