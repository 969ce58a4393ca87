// The panel of explanations: from any value back to the claims it rests on, and their words.
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { get, useAnswer } from './api.js';
import { Claim, MarksKey } from './claim.js';
import { html } from './html.js';
import { asWritten } from './names.js';
import { claimsShown, closePanel, openExplain } from './panel_state.js';
import { Answer, Empty, Fault, IncidentLink, Loading } from './parts.js';
import { figure, t, value } from './say.js';
import { moment, one } from './state.js';

const AT_ONCE = 12;
// A fact that is told in several words of another script is the report's; days, figures and names of one word stay bare.
const worded = (text) => (/[A-Za-z]{2,} [A-Za-z]{2,}/.test(text) ? asWritten(text) : text);

export function Panel() {
  const id = one('explain');
  const claims = claimsShown.value;
  const head = useRef(null);
  const wanted = claims ? claims.ids.join() : id;
  useLayoutEffect(() => { if (wanted && head.current) head.current.focus(); }, [wanted]);
  if (!id && !claims) return null;
  return html`<aside class="panel" aria-labelledby="panel-title" onKeyDown=${(event) => { if (event.key === 'Escape') closePanel(); }}>
    <header class="row between"><h2 id="panel-title" tabindex="-1" ref=${head}>${t('explanation')}</h2>
      <button class="quiet" onClick=${closePanel} aria-label=${t('close')}>✕</button></header>
    <div class="panel-body" tabindex="0" role="region" aria-labelledby="panel-title">${claims ? html`<${ByIds} key=${wanted} title=${claims.title} ids=${claims.ids} total=${claims.total} />` : html`<${ById} key=${id} id=${id} />`}</div>
  </aside>`;
}

function ById({ id }) {
  const told = useAnswer(`explain/${encodeURIComponent(id)}`, moment.value);
  return html`<${Answer} of=${told}>${(it) => html`
    <h3>${it.title}</h3>
    <p class="faint">${value('kind', it.kind)} · <code dir="ltr">${it.id}</code></p>
    ${it.facts.length > 0 && html`<dl class="facts">${it.facts.map((fact) => html`<dt>${fact.label}</dt><dd>${worded(fact.text)}</dd>`)}</dl>`}
    ${it.kind === 'incident' && html`<p><${IncidentLink} id=${it.id}>${t('to_incident')}<//></p>`}
    <${Joins} of=${it.joins} />
    ${it.rests_on.length > 0 && html`<h4>${t('rests_on')}</h4><ul>${it.rests_on.slice(0, 30).map((each) => html`<li><button class="number" onClick=${() => openExplain(each)}><code dir="ltr">${each}</code></button></li>`)}</ul>`}
    <h4>${t('claims_total', { n: figure(it.claims_total || it.claims.length) })}</h4>
    <${MarksKey} />
    ${it.claims.map((claim) => html`<${Claim} key=${claim.id} of=${claim} />`)}
    ${it.claims.length === 0 && html`<${Empty}>${t('no_claims')}<//>`}
    ${it.claims_total > it.claims.length && html`<p class="faint">${t('first_claims', { n: figure(it.claims.length), total: figure(it.claims_total) })}</p>`}
  `}<//>`;
}

// Why the claims are one incident: each comparison, feature by feature.
function Joins({ of }) {
  if (!of || !of.length) return null;
  return html`<details class="joins"><summary>${t('why_joined')}</summary>
    ${of.map((join) => html`<div class="card"><p><code dir="ltr">${join.claim}</code>${join.other && html` ↔ <code dir="ltr">${join.other}</code>`}</p>
      ${join.features.length > 0 && html`<div class="scroll" tabindex="0" role="region" aria-label=${t('why_joined')}><table><thead><tr><th>${t('question')}</th><th>${t('answer')}</th><th class="figure">${t('bits')}</th></tr></thead>
        <tbody>${join.features.map((each) => html`<tr><td>${each.question}<br /><span class="faint">${each.because}</span></td><td>${each.answer}</td><td class="figure">${signed(each.bits)}</td></tr>`)}
        ${join.total !== null && html`<tr><th scope="row">${t('sum')}</th><td>${join.verdict}</td><td class="figure">${signed(join.total)}</td></tr>`}</tbody></table></div>`}
      ${join.features.length === 0 && html`<p>${join.verdict}</p>`}</div>`)}
  </details>`;
}

export const signed = (number) => `${number > 0 ? '+' : number < 0 ? '−' : ''}${Math.abs(number).toFixed(2)}`;

function ByIds({ title, ids, total }) {
  const [shown, setShown] = useState(AT_ONCE);
  const [claims, setClaims] = useState({ held: [], error: null, loading: true });
  const { lang } = moment.value;
  useEffect(() => {
    let stopped = false;
    setClaims((before) => ({ ...before, loading: true }));
    Promise.all(ids.slice(0, shown).map((id) => get(`claims/${encodeURIComponent(id)}`, { lang }))).then(
      (held) => { if (!stopped) setClaims({ held, error: null, loading: false }); },
      (error) => { if (!stopped) setClaims({ held: [], error, loading: false }); },
    );
    return () => { stopped = true; };
  }, [ids.join(), shown, lang]);
  return html`<h3>${title}</h3><p class="soft">${total > ids.length ? t('first_claims', { n: figure(ids.length), total: figure(total) }) : t('claims_total', { n: figure(ids.length) })}</p>
    <${MarksKey} />
    ${claims.error && html`<${Fault} error=${claims.error} />`}
    ${claims.held.map((claim) => html`<${Claim} key=${claim.id} of=${claim} />`)}
    ${claims.loading && html`<${Loading} />`}
    ${ids.length > shown && !claims.loading && html`<button onClick=${() => setShown(shown + AT_ONCE)}>${t('more')}</button>`}`;
}
