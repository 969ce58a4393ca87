// Review: open questions, the most consequential first, judged from the keyboard.
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { fresh, get, useAnswer, usePages } from '../api.js';
import { Claim, MarksKey } from '../claim.js';
import { html } from '../html.js';
import { ACTS, JudgeBox, KEYS, Made, judges } from '../judge.js';
import { Answer, Coverage, Direction, Empty, IncidentLink, Loading, More, Place, Verification, When, origins } from '../parts.js';
import { count, figure, t, value } from '../say.js';
import { language, linked, moment } from '../state.js';
import { SignIn } from './sign_in.js';

export function Review({ meta }) {
  if (meta && meta.public) return html`<h1>${t('view.review')}</h1><${Empty}>${t('public_reads')}<//>`;
  if (!judges()) return html`<${SignIn} />`;
  return html`<${Queue} />`;
}

const typing = (event) => /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName) || event.ctrlKey || event.metaKey || event.altKey;

// Every so often whoever else judges is asked after; not while a form is open: what it judges must stay as it was looked at.
const EVERY = 20000;
function useOthers(open) {
  const last = useRef(null);
  useEffect(() => {
    const ask = async () => {
      if (open || document.hidden) return;
      const newest = await get('review/judgements', { limit: 1 }).then((page) => `${page.coverage.total} ${page.results.length ? page.results[0].id : ''}`, () => last.current);
      if (last.current !== null && newest !== last.current) fresh.value += 1;
      last.current = newest;
    };
    ask();
    const turn = setInterval(ask, EVERY);
    document.addEventListener('visibilitychange', ask);
    return () => { clearInterval(turn); document.removeEventListener('visibilitychange', ask); };
  }, [open]);
}

function Queue() {
  const pages = usePages('review/queue', { lang: language.value, limit: 50 });
  const items = pages.results || [];
  const [at, setAt] = useState(0);
  const [act, setAct] = useState(null);
  const [said, setSaid] = useState('');
  // The question that is looked at stays, wherever the queue has gone meanwhile, until one goes on or has judged it.
  const [kept, setKept] = useState(null);
  const list = useRef(null);
  useOthers(act !== null);
  const found = kept ? items.findIndex((each) => each.about === kept.about) : Math.min(at, items.length - 1);
  const gone = Boolean(kept) && found < 0 && Boolean(pages.data) && !pages.loading;
  const chosen = found < 0 ? kept : items[found];
  const stay = () => { if (chosen) { setKept(chosen); setAt(Math.max(found, 0)); } };
  const take = (to) => { stay(); setSaid(''); setAct(to); };
  const move = (to) => { const there = Math.max(0, Math.min(items.length - 1, to)); setAct(null); setSaid(''); setAt(there); setKept(items[there] || null); };
  const done = (decided) => { setAct(null); setKept(null); setSaid(t('recorded', { act: value('judge', decided.judgement.act), n: decided.incidents.length })); };
  const here = found < 0 ? at : found;
  // Before anything is painted: a key means what can be seen, never what stood there before.
  useLayoutEffect(() => {
    const keys = (event) => {
      if (typing(event)) return;
      if (event.key === 'j' || event.key === 'ArrowDown') { event.preventDefault(); move(gone ? at : here + 1); }
      else if (event.key === 'k' || event.key === 'ArrowUp') { event.preventDefault(); move(here - 1); }
      else if (event.key === 'Escape') setAct(null);
      else { const meant = ACTS.find((each) => KEYS[each] === event.key); if (meant && chosen) { event.preventDefault(); take(meant); } }
    };
    addEventListener('keydown', keys);
    return () => removeEventListener('keydown', keys);
  });
  useEffect(() => { const shown = list.current && list.current.querySelector('[aria-current="true"]'); if (shown) shown.scrollIntoView({ block: 'nearest' }); }, [here]);
  return html`<h1>${t('view.review')}</h1><p class="soft">${t('review_why')}</p>
    <p class="faint keys">${[['j', 'k']].map(() => html`<kbd>j</kbd> <kbd>k</kbd> ${t('key_move_list')}`)} ${ACTS.map((each) => html`<span key=${each}> · <kbd>${KEYS[each]}</kbd> ${value('judge', each)}</span>`)} · <kbd>Esc</kbd> ${t('cancel')}</p>
    <p role="status" class=${said ? 'note good' : 'sr'}>${said}</p>
    <${Answer} of=${pages} is_empty=${(data) => !data.results.length && !gone} empty=${t('queue_empty')}>${() => html`<div class="review">
      <div><ol class="plain queue" ref=${list} aria-label=${t('queue')}>${items.map((each, index) => html`<li key=${each.about}><button class="queue-item" aria-current=${index === found ? 'true' : undefined} onClick=${() => move(index)}>
        <span class="row between"><span class="badge warn">${value('review_kind', each.kind)}</span><span class="faint">${t('weight')} ${each.weight.toFixed(1)}</span></span><span><bdi>${each.words || each.about}</bdi></span><span class="faint">${each.kind === 'sentence' ? t('sentence_may') : each.why}</span></button></li>`)}</ol><${More} of=${pages} /><${Coverage} of=${pages.coverage} /></div>
      <div>${gone && html`<div class="note" role="status">${t('answered_meanwhile')} <button onClick=${() => move(at)}>${t('next_question')}</button></div>`}
        ${chosen && html`<${Question} key=${chosen.about} item=${chosen} act=${act} onAct=${take} done=${done} />`}</div></div>`}<//>
    <${Log} />`;
}

function Question({ item, act, onAct, done }) {
  const of = item.kind === 'sentence' ? OfSentence : item.kind === 'incident' ? OfIncident : OfClaim;
  return html`<article class="question"><h2>${item.kind === 'sentence' ? html`<bdi dir="auto">${item.words}</bdi>` : item.words || item.about}</h2>
    <div class="note warn"><strong>${item.kind === 'sentence' ? t('sentence_may') : html`<bdi dir="auto">${item.why}</bdi>`}</strong>${item.because.length > 0 && html`<ul>${item.because.map((each) => html`<li><bdi dir="auto">${weighed(each)}</bdi></li>`)}</ul>`}</div>
    <${of} id=${item.about} item=${item} version=${item.version} act=${act} onAct=${onAct} done=${done} /></article>`;
}

function OfIncident({ id, item, version, ...rest }) {
  const told = useAnswer(`incidents/${encodeURIComponent(id)}`, moment.value);
  return html`<${Answer} of=${told}>${(it) => html`<div class="row"><${Direction} of=${it.direction} /><span class="badge">${value('status', it.status)}</span><${Place} of=${it.place} /><${When} of=${it.occurred} /><${Verification} of=${it.verification} told=${it} /><${IncidentLink} id=${it.id}>${t('to_incident')}<//></div>
    <${JudgeBox} incident=${it} ...${rest} />
    <h3>${count('n_reports', it.reports)} · ${origins(it)}</h3><${MarksKey} />
    ${it.told.flatMap((origin) => origin.reports).map((report) => report.claims.map((claim) => html`<${Claim} key=${claim.id} of=${{ ...claim, told_in: claim.told_in || report }} />`))}`}<//>`;
}

function OfClaim({ id, item, version, ...rest }) {
  const told = useAnswer(`claims/${encodeURIComponent(id)}`, moment.value);
  return html`<${Answer} of=${told}>${(it) => html`<${MarksKey} /><${Claim} of=${it} />
    <${JudgeBox} incident=${{ id: it.id, version, judgements: it.judgements, told: [{ reports: [{ source: it.told_in.source, claims: [it] }] }] }} ...${rest} />`}<//>`;
}

// A sentence that nothing was coded from: it tells of an event or it does not; there is nothing to correct.
function OfSentence({ id, item, version, act, ...rest }) {
  const made = useAnswer('review/judgements', { about: id });
  return html`<p class="soft">${t('sentence_why')}</p><p class="faint"><a ...${linked({ view: 'report', id: item.report })}>${t('in_its_report')} <code dir="ltr">${item.report}</code></a></p>
    <${JudgeBox} incident=${{ id, version, told: [], sentence: true, judgements: made.data ? made.data.results : [] }} acts=${item.acts} act=${item.acts.includes(act) ? act : null} ...${rest} />`;
}

function Log() {
  const pages = usePages('review/judgements', { limit: 20 });
  return html`<section class="card" aria-labelledby="log-title"><h2 id="log-title">${t('log')}</h2>${pages.error ? null : !pages.results ? html`<${Loading} />` : pages.results.length === 0 ? html`<p class="soft">${t('log_empty')}</p>` : html`<ul class="plain">${pages.results.map((each) => html`<${Made} key=${each.id} of=${each} />`)}</ul><p class="faint">${figure(pages.coverage.total)}</p><${More} of=${pages} />`}</section>`;
}

// "ASSAULT +9.0" is a code and a weight: the code by its name, the weight as it is.
function weighed(reason) {
  const [, what, points] = /^([A-Za-z]+) (\+[\d.]+)$/.exec(reason) || [];
  if (!what) return reason;
  const name = what === what.toUpperCase() ? value('root', what) : what === 'counts' ? t('counts') : what;
  return `${name} ${points}`;
}
