// Rival explanations: how likely each, how good the evidence, what adds up to it, and what would change it.
import { useState } from 'preact/hooks';
import { useAnswer } from '../api.js';
import { html } from '../html.js';
import { signed } from '../panel.js';
import { Answer, Explain, Figure } from '../parts.js';
import { count, percent, t, value } from '../say.js';
import { moment } from '../state.js';

export function Hypotheses() {
  const told = useAnswer('assessments', { ...moment.value, limit: 50 });
  return html`<h1>${t('view.hypotheses')}</h1><p class="soft">${t('hypotheses_why')}</p>
    <${Answer} of=${told} is_empty=${(data) => !data.results.length} empty=${t('no_assessments')}>${(data) => data.results.map((each) => html`<${Assessment} key=${each.id} it=${each} />`)}<//>`;
}

function Assessment({ it }) {
  const ranked = [...it.hypotheses].sort((a, b) => b.likelihood - a.likelihood);
  const [chosen, setChosen] = useState(ranked[0].id);
  const hypothesis = it.hypotheses.find((each) => each.id === chosen);
  return html`<section class="card assessment" aria-labelledby=${`q-${it.id}`}>
    <div class="row between"><h2 id=${`q-${it.id}`} dir="auto">${it.text}</h2><span class="row"><span class="badge">${t('confidence')}: ${value('confidence', it.confidence)}</span><${Explain} id=${it.id} title=${it.text} /></span></div>
    ${it.confidence_because.length > 0 && html`<details><summary>${t('why_confidence')}</summary><ul>${it.confidence_because.map((each) => html`<li><bdi dir="auto">${each}</bdi></li>`)}</ul></details>`}
    <div role="radiogroup" aria-label=${t('hypothesis')} class="rivals">${ranked.map((each) => html`<label key=${each.id} class=${`rival ${each.id === chosen ? 'on' : ''}`}><input type="radio" name=${`h-${it.id}`} checked=${each.id === chosen} onChange=${() => setChosen(each.id)} />
      <span class="rival-text" dir="auto">${each.text}</span><${Likely} of=${each} /><span class="rival-words">${value('likely', each.words)} · ${percent(each.likelihood)} <span class="faint">(${percent(each.low)}–${percent(each.high)})</span></span></label>`)}</div>
    <h3>${t('ledger')}: <bdi dir="auto">${hypothesis.text}</bdi></h3><p class="faint">${t('ledger_why')}</p>
    <${Waterfall} it=${it} of=${hypothesis} />
    <${Changes} it=${it} of=${hypothesis} />
    ${it.gaps.length > 0 && html`<h3>${t('gaps')}</h3><ul>${it.gaps.map((each) => html`<li><bdi dir="auto">${each}</bdi></li>`)}</ul>`}
  </section>`;
}

// The likelihood as a mark within its interval, the prior as a thin line.
const Likely = ({ of }) => html`<span class="likely" aria-hidden="true"><i class="between" style=${{ insetInlineStart: `${of.low * 100}%`, width: `${(of.high - of.low) * 100}%` }}></i><i class="at" style=${{ insetInlineStart: `${of.likelihood * 100}%` }}></i><i class="prior" style=${{ insetInlineStart: `${of.prior * 100}%` }}></i></span>`;


// Each line of the ledger as a step from where the one before it ended.
function Waterfall({ it, of }) {
  const lines = it.ledger.filter((each) => each.seen !== 'not observable' && Math.abs(each.adds[of.id] ?? 0) > 0.001).sort((a, b) => Math.abs(b.adds[of.id]) - Math.abs(a.adds[of.id]));
  const start = Math.log(of.prior);
  let at = start;
  const steps = lines.map((each) => { const from = at; at += each.adds[of.id]; return { each, from, to: at }; });
  const ends = [start, ...steps.map((step) => step.to)];
  const [least, most] = [Math.min(...ends) - 0.2, Math.max(...ends) + 0.2];
  const x = (held) => ((held - least) / (most - least)) * 100;
  const quiet = it.ledger.length - lines.length;
  return html`<div class="scroll" tabindex="0" role="region" aria-label=${t('ledger')}><table class="waterfall"><thead><tr><th>${t('indicator')}</th><th>${t('seen')}</th><th class="figure">${t('adds')}</th><th class="bar-head">${t('from_prior')}</th><th></th></tr></thead>
    <tbody><tr><th scope="row">${t('prior')}</th><td></td><td class="figure">${percent(of.prior)}</td><td class="bar"><span style=${{ insetInlineStart: `${x(start)}%`, width: '2px' }}></span></td><td></td></tr>
    ${steps.map(({ each, from, to }) => html`<tr key=${each.indicator}><th scope="row" dir="auto">${each.question}${each.intent && html` <span class="badge outline" title=${t('intent_why')}>${t('intent')}</span>`}<div class="faint">${each.because}</div></th>
      <td><span class="badge">${value('seen', each.seen)}</span>${each.reliability && html` <span class="badge">${each.reliability}</span>`}<div class="faint">${count('n_origins', each.origins.length)}</div></td>
      <td class="figure">${signed(each.adds[of.id])}<div class="faint">${signed(each.low[of.id])} … ${signed(each.high[of.id])}</div></td>
      <td class="bar"><span class=${to >= from ? 'more' : 'less'} style=${{ insetInlineStart: `${x(Math.min(from, to))}%`, width: `${Math.max(x(Math.max(from, to)) - x(Math.min(from, to)), 0.6)}%` }}></span></td>
      <td>${each.claims.length > 0 && html`<${Figure} label=${count('n_claims', each.claims.length)} claims=${each.claims} title=${each.question} />`}</td></tr>`)}</tbody></table></div>
    ${quiet > 0 && html`<details><summary>${count('n_silent_indicators', quiet)}</summary><ul>${it.ledger.filter((each) => !lines.includes(each)).map((each) => html`<li><bdi dir="auto">${each.question} <span class="badge outline">${value('seen', each.seen)}</span></bdi></li>`)}</ul></details>`}`;
}


function Changes({ it, of }) {
  const told = it.changes.map((each) => ({ ...each, by: (each.likelihood[of.id] ?? of.likelihood) - of.likelihood })).filter((each) => Math.abs(each.by) >= 0.005).sort((a, b) => Math.abs(b.by) - Math.abs(a.by));
  const question = (id) => (it.ledger.find((each) => each.indicator === id) || { question: id }).question;
  const sources = Object.entries(it.by_source).map(([name, held]) => [name, (held[of.id] ?? of.likelihood) - of.likelihood]).filter(([, by]) => Math.abs(by) >= 0.005);
  return html`<h3>${t('would_change')}</h3>
    ${told.length === 0 ? html`<p class="soft">${t('nothing_changes')}</p>` : html`<ul class="plain changes">${told.slice(0, 8).map((each, at) => html`<li key=${at} class="row between line"><span><span class="badge outline">${value('change', each.kind)}</span> <bdi dir="auto">${question(each.indicator)}</bdi></span><strong class=${each.by > 0 ? 'rises' : 'falls'}>${percent(of.likelihood)} <span class="flip">→</span> ${percent(of.likelihood + each.by)}</strong></li>`)}</ul>`}
    ${it.without_intent[of.id] !== undefined && html`<p>${t('without_intent', { share: percent(it.without_intent[of.id]) })}</p>`}
    ${sources.length > 0 && html`<details><summary>${t('by_source')}</summary><ul>${sources.map(([name, by]) => html`<li key=${name}><bdi>${name}</bdi>: ${percent(of.likelihood + by)}</li>`)}</ul></details>`}`;
}

