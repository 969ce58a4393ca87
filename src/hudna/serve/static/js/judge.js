// A person's judgement on an incident: one form a kind of act, each with a reason, each naming the version looked at.
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Refused, fresh, may, send, session } from './api.js';
import { instant } from './dates.js';
import { html } from './html.js';
import { openExplain } from './panel_state.js';
import { t, value } from './say.js';
import { go, linked, one } from './state.js';

export const ACTS = ['confirm', 'correct', 'split', 'merge', 'verify', 'grade', 'reject', 'comment'];
export const KEYS = { confirm: 'c', correct: 'e', split: 's', merge: 'm', verify: 'v', grade: 'g', reject: 'x', comment: 'n' };
const RUNGS = ['raw', 'reported', 'corroborated', 'documented', 'established', 'disputed', 'refuted'];
const ROOTS = ['AGREE', 'CONSULT', 'SUPPORT', 'CONCEDE', 'COOPERATE', 'AID', 'RETREAT', 'REQUEST', 'ACCUSE', 'REJECT', 'THREATEN', 'PROTEST', 'SANCTION', 'MOBILIZE', 'COERCE', 'ASSAULT'];
const MOVES = ['deploy', 'redeploy', 'reinforce', 'alert_up', 'alert_down', 'recall_to_base', 'exercise', 'convoy', 'airlift', 'patrol', 'fortify'];
const STATUSES = ['actual', 'declared', 'reported', 'alleged', 'planned', 'conditional', 'hypothetical', 'denied', 'demanded', 'historical', 'state'];
// What is corrected most: path, what it is called, and how a value is given; any other path can be typed.
const FIELDS = [['root', 'root', ROOTS], ['move', 'move_kind', MOVES], ['status', 'status', STATUSES], ['place.name', 'place', 'text'], ['occurred.earliest', 'first_day', 'date'], ['occurred.latest', 'last_day', 'date'], ['fatalities.best', 'dead', 'number']];
const CLAIM_FIELDS = [['event.root', 'root', ROOTS], ['event.move', 'move_kind', MOVES], ['status', 'status', STATUSES], ['event.occurred.earliest', 'first_day', 'date'], ['event.occurred.latest', 'last_day', 'date'], ['event.fatalities.best', 'dead', 'number']];
const LISTS = { root: 'root', move_kind: 'move', status: 'status' };

export const judges = () => Boolean(session.value && !session.value.public && (session.value.alone || session.value.role && session.value.role !== 'reader'));
export const judgesAs = (act) => judges() && (session.value.alone || may(act));

export function JudgeBox({ incident, done, act: given, onAct, acts = ACTS }) {
  const [own, setOwn] = useState(null);
  const act = given === undefined ? own : given;
  const choose = onAct || setOwn;
  const kept = incident.judgements || [];
  return html`<section class="card judge" aria-labelledby="judge-title"><h2 id="judge-title">${t('judgement')}</h2>
    ${kept.length > 0 && html`<ul class="plain">${kept.map((each) => html`<${Made} key=${each.id} of=${each} />`)}</ul>`}
    ${!judges() ? html`<p class="soft">${session.value && session.value.public ? t('public_reads') : html`<a ...${linked({ view: 'sign_in' })}>${t('sign_in_to_judge')}</a>`}</p>` : html`
      <div class="row acts" role="group" aria-label=${t('acts')}>${acts.map((each) => html`<button key=${each} aria-pressed=${act === each ? 'true' : 'false'} disabled=${!judgesAs(each)} title=${judgesAs(each) ? undefined : t('not_your_role')} onClick=${() => choose(act === each ? null : each)}>${value('judge', each)} <kbd aria-hidden="true">${KEYS[each]}</kbd></button>`)}</div>
      ${act && judgesAs(act) && html`<${Form} key=${act} act=${act} incident=${incident} done=${(decided) => { choose(null); if (done) done(decided); }} cancel=${() => choose(null)} />`}`}
  </section>`;
}

export function Made({ of }) {
  const [asking, setAsking] = useState(false);
  return html`<li class=${`made ${of.stands ? '' : 'withdrawn'}`}><span class="row"><span class="badge good">${value('judge', of.act)}</span>${of.field && html`<code dir="ltr">${of.field}</code>`}${of.value && !of.value.startsWith('[') && html`<strong><bdi dir="auto">${of.act === 'verify' ? value('verification', of.value) : of.value}</bdi></strong>`}${!of.stands && html`<span class="badge outline">${t('withdrawn')}</span>`}</span>
    <div><bdi dir="auto">${of.reason}</bdi></div><div class="faint"><bdi>${of.author}</bdi> · ${instant(of.made)} <button class="quiet small" onClick=${() => openExplain(of.id)}>${t('explain')}<span class="sr"> ${of.reason}</span></button> ${of.stands && judges() && html`<button class="quiet small" onClick=${() => setAsking(!asking)}>${t('withdraw')}</button>`}</div>
    ${asking && html`<${Form} act="withdraw" incident=${{ id: null, judgements: [] }} withdraws=${of.id} done=${() => setAsking(false)} cancel=${() => setAsking(false)} />`}</li>`;
}

function claimsOf(incident) {
  return (incident.told || []).flatMap((origin) => origin.reports.flatMap((report) => report.claims.map((claim) => ({ ...claim, source: report.source }))));
}

function Form({ act, incident, withdraws, done, cancel }) {
  const form = useRef(null);
  const [state, setState] = useState({ busy: false, refused: null });
  // After a refusal what is looked at is the version that it named, where the question itself brings no newer one.
  const [seen, setSeen] = useState(null);
  const version = seen && seen.instead === incident.version ? seen.version : incident.version;
  // Before anything is painted: what is typed as soon as the form can be seen must land in it.
  useLayoutEffect(() => { const first = form.current.querySelector('select, input, textarea'); if (first) first.focus(); }, []);
  const submit = async (event) => {
    event.preventDefault();
    setState({ busy: true, refused: null });
    try {
      const decided = await send('POST', 'review/judgements', bodyOf(act, incident, withdraws, new FormData(form.current)), version ? { 'if-match': version } : {});
      setState({ busy: false, refused: null });
      follow(incident.id, decided);
      done(decided);
      fresh.value += 1;
    } catch (error) {
      setState({ busy: false, refused: error });
    }
  };
  const claims = claimsOf(incident);
  return html`<form class="judge-form" ref=${form} onSubmit=${submit} onKeyDown=${(event) => { if (event.key === 'Escape') { event.stopPropagation(); cancel(); } }}>
    <p class="faint">${t(`judge_why.${incident.sentence && act !== 'withdraw' ? 'sentence' : act}`)}</p>
    ${act === 'verify' && html`<label>${t('rung')} <select name="value" required>${RUNGS.map((each) => html`<option value=${each} selected=${each === incident.verification}>${value('verification', each)}</option>`)}</select></label>`}
    ${act === 'grade' && html`<${Grading} incident=${incident} />`}
    ${act === 'correct' && html`<${Correcting} incident=${incident} claims=${claims} />`}
    ${act === 'split' && html`<fieldset><legend>${t('split_which')}</legend>${claims.map((each) => html`<label class="choice-line" key=${each.id}><input type="checkbox" name="claim" value=${each.id} /> <bdi dir="auto">${each.text}</bdi> <span class="faint">${each.source || ''}</span></label>`)}</fieldset>`}
    ${act === 'merge' && html`<label>${t('merge_with')} <input name="other" dir="ltr" required placeholder="i-…" /></label>`}
    <label>${t('reason')} <textarea name="reason" dir="auto" required maxlength="4000"></textarea></label>
    ${state.refused && html`<${Conflict} error=${state.refused} look=${() => { setSeen({ instead: incident.version, version: state.refused.body.version }); setState({ busy: false, refused: null }); fresh.value += 1; }} />`}
    <div class="row"><button class="primary" disabled=${state.busy}>${state.busy ? t('recording') : t('record')}</button><button type="button" onClick=${cancel}>${t('cancel')}</button></div>
  </form>`;
}

// Somebody else was quicker: what is shown is old, and nothing of theirs is written over.
function Conflict({ error, look }) {
  const late = error instanceof Refused && (error.status === 409 || error.status === 412 || error.status === 428);
  const changed = late && error.body && error.body.changed ? error.body.changed : [];
  return html`<div class="note bad" role="alert">${late ? html`<p>${t('changed_meanwhile')}</p>` : html`<p>${error instanceof Refused ? error.message : t('no_answer')}</p>`}
    ${changed.length > 0 && html`<ul>${changed.map((each) => html`<li><bdi>${each.author}</bdi>: <strong>${value('judge', each.act)}</strong> <bdi dir="auto">${each.reason}</bdi></li>`)}</ul>`}
    ${late && html`<button type="button" onClick=${look}>${t('look_again')}</button>`}</div>`;
}

function Grading({ incident }) {
  const sources = [...new Set(claimsOf(incident).map((each) => each.source).filter(Boolean))];
  const [what, setWhat] = useState('incident');
  const marks = what === 'incident' ? ['1', '2', '3', '4', '5', '6'] : ['A', 'B', 'C', 'D', 'E', 'F'];
  return html`<div class="row"><label>${t('grade_what')} <select name="what" value=${what} onChange=${(event) => setWhat(event.target.value)}><option value="incident">${t('grade_incident')}</option>${sources.map((each) => html`<option value=${each}>${each}</option>`)}</select></label>
    <label>${t('grade')} <select name="value">${marks.map((each) => html`<option value=${each}>${each} · ${value(what === 'incident' ? 'credibility' : 'reliability', each)}</option>`)}</select></label></div>`;
}

function Correcting({ incident, claims }) {
  const [of, setOf] = useState(claims.length === 1 ? claims[0].id : incident.id);
  const fields = of === incident.id && of.startsWith('i-') ? FIELDS : CLAIM_FIELDS;
  const [path, setPath] = useState(fields[0][0]);
  const [, name, given] = fields.find((each) => each[0] === path) || [null, null, 'text'];
  return html`<div class="correcting"><label>${t('correct_what')} <select name="of" value=${of} onChange=${(event) => { setOf(event.target.value); setPath((event.target.value.startsWith('i-') ? FIELDS : CLAIM_FIELDS)[0][0]); }}>${incident.id.startsWith('i-') && html`<option value=${incident.id}>${t('whole_incident')}</option>`}
      ${claims.map((each) => html`<option value=${each.id}>${t('a_claim')}: ${each.text.slice(0, 60)}</option>`)}</select></label><p class="faint">${t('correct_hint')}</p>
    <label>${t('field')} <select name="field" value=${path} onChange=${(event) => setPath(event.target.value)}>${fields.map(([each, called]) => html`<option value=${each}>${t(called)}</option>`)}<option value="">${t('other_field')}</option></select></label>
    ${!path && html`<label>${t('path')} <input name="path" dir="ltr" required placeholder="event.injuries.best" /></label>`}
    <label>${t('right_value')} ${Array.isArray(given) ? html`<select name="value" required><option value=""></option>${given.map((each) => html`<option value=${each}>${value(LISTS[name], each)}</option>`)}</select>` : html`<input name="value" type=${given} min=${given === 'number' ? 0 : undefined} dir="auto" required />`}</label></div>`;
}

function bodyOf(act, incident, withdraws, form) {
  const body = { act, reason: form.get('reason').trim(), about: incident.id ? [incident.id] : [] };
  if (act === 'withdraw') return { ...body, withdraws };
  if (act === 'verify') return { ...body, field: 'verification', value: form.get('value') };
  if (act === 'correct') return { ...body, about: [form.get('of')], field: (form.get('field') || form.get('path')).trim(), value: form.get('value').trim() };
  if (act === 'split') return { ...body, about: [incident.id, ...form.getAll('claim')] };
  if (act === 'merge') return { ...body, about: [incident.id, form.get('other').trim()] };
  if (act === 'grade') return form.get('what') === 'incident' ? { ...body, field: 'credibility', value: form.get('value') } : { ...body, about: [form.get('what')], field: 'reliability', value: form.get('value') };
  return body;
}

// A merge or a split may give the incident another id: the page goes where it is now.
function follow(id, decided) {
  if (id && decided.incidents.length && !decided.incidents.includes(id) && one('id') === id) go({ id: decided.incidents[0] }, { replace: true });
}
