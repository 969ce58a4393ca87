// Forces on the move, who is said to hold what, and acts that ease or strain: each statement by whom, none settled.
import { useAnswer, usePages } from '../api.js';
import { shortDay } from '../dates.js';
import { html } from '../html.js';
import { asWritten, partyName, placeName } from '../names.js';
import { Answer, Coverage, Explain, Figure, IncidentLink, More, Parties, Party, Place } from '../parts.js';
import { count, figure, t, value } from '../say.js';
import { filtered, moment } from '../state.js';

export function Movements() {
  const moves = usePages('movements', { ...filtered.value, limit: 50 });
  const held = usePages('control', { ...moment.value, limit: 100 });
  const signals = usePages('signals', { ...filtered.value, limit: 50 });
  return html`<h1>${t('view.movements')}</h1><p class="soft">${t('movements_why')}</p>
    <${Answer} of=${moves} is_empty=${(data) => !data.results.length} empty=${t('no_movements')}>${() => html`${moves.results.map((each) => html`<${Movement} key=${each.id} of=${each} />`)}<${More} of=${moves} /><${Coverage} of=${moves.coverage} />`}<//>
    <section class="card" aria-labelledby="control-title"><h2 id="control-title">${t('layer.control')}</h2><p class="faint">${t('control_why')}</p>
      <${Answer} of=${held} is_empty=${(data) => !data.results.length} empty=${t('no_control')}>${() => html`<${Held} of=${held.results} /><${More} of=${held} /><${Coverage} of=${held.coverage} />`}<//></section>
    <section class="card" aria-labelledby="signals-title"><h2 id="signals-title">${t('signals')}</h2><p class="faint">${t('signals_why')}</p>
      <${Answer} of=${signals} is_empty=${(data) => !data.results.length} empty=${t('no_signals')}>${() => html`<ul class="plain">${signals.results.map((each) => html`<${Signal} key=${each.id} of=${each} />`)}</ul><${More} of=${signals} /><${Coverage} of=${signals.coverage} />`}<//></section>`;
}

const by = (of) => (of.speaker ? partyName(of.speaker) : t(of.anonymous ? 'anonymous' : 'own_voice'));

function Movement({ of }) {
  const force = of.force.map(partyName).join(', ') || t('a_force');
  return html`<article class="card" aria-label=${force}><div class="row between"><span class="row"><h2><bdi>${force}</bdi></h2><span class="badge">${value('status', of.status)}</span>${of.withdrawal && html`<span class="badge down">${t('withdrawal')}</span>`}${of.side && html`<span class="faint">${value('side', of.side)}</span>`}</span>
      <span class="row"><span class="faint">${shortDay(of.first_seen)}${of.last_seen !== of.first_seen ? ` – ${shortDay(of.last_seen)}` : ''}</span><${Figure} label=${count('n_claims', of.claims.length)} claims=${of.claims} title=${force} /><${Explain} id=${of.id} title=${force} /></span></div>
    <p class="way">${['origin', 'at', 'heading', 'destination'].filter((name) => of[name]).map((name, at) => html`${at > 0 && html` <span class="flip" aria-hidden="true">→</span> `}<span class="faint">${t(`way.${name}`)}</span> <${Place} of=${of[name]} />`)}${!of.destination && html` <span class="badge outline">${t('no_destination')}</span>`}</p>
    <div class="columns"><${Stated} title=${t('purposes')} of=${of.purposes} /><${Stated} title=${t('makeup')} of=${of.composition} /><${Stated} title=${t('feared')} of=${of.feared} />
      ${of.sightings.length > 0 && html`<div><h3>${t('sightings')} <span class="faint">${figure(of.sightings.length)}</span></h3>${html`<ul>${of.sightings.map((each, at) => html`<li key=${at}>${shortDay(each.on)} · ${value('place_role', each.role)} <bdi>${placeName(each.where)}</bdi> <span class="badge outline">${value('how', each.how)}</span> <${Figure} label=${count('n_claims', each.claims.length)} claims=${each.claims} title=${placeName(each.where)} /></li>`)}</ul>`}</div>`}</div>
  </article>`;
}

// Several purposes or makeups may stand side by side, each by whom it is stated; none of them wins.
function Stated({ title, of }) {
  if (!of.length) return null;
  return html`<div><h3>${title} <span class="faint">${figure(of.length)}</span></h3>${html`<ul>${of.map((each, at) => html`<li key=${at}><q dir="auto">${each.text}</q> <span class="faint"><bdi>${by(each)}</bdi> · ${value('status', each.status)}</span> <${Figure} label=${count('n_claims', each.claims.length)} claims=${each.claims} title=${asWritten(each.text)} /></li>`)}</ul>`}</div>`;
}

function Held({ of }) {
  const names = new Map(of.map((each) => [each.id, `${each.holder ? partyName(each.holder) : t('nobody')} (${value('held', each.status)})`]));
  return html`<div class="scroll" tabindex="0" role="region" aria-labelledby="control-title"><table><thead><tr><th>${t('place')}</th><th>${t('holder')}</th><th>${t('state')}</th><th>${t('when')}</th><th>${t('said_by')}</th><th></th></tr></thead><tbody>${of.map((each) => html`<tr key=${each.id}>
    <th scope="row"><${Place} of=${each.place} /></th><td>${each.holder ? html`<${Party} of=${each.holder} />` : html`<span class="faint">${t('nobody')}</span>`}${each.side && html`<div class="faint">${value('side', each.side)}</div>`}</td>
    <td><span class="badge">${value('held', each.status)}</span>${each.alleged && html` <span class="badge outline">${value('status', 'alleged')}</span>`}</td><td>${shortDay(each.as_of)}</td><td>${each.claimed_by ? html`<${Party} of=${each.claimed_by} />` : html`<bdi translate=${false}>${each.source || t('own_voice')}</bdi>`}</td>
    <td class="row">${each.contradicts.length > 0 && html`<span class="badge warn" title=${each.contradicts.map((id) => names.get(id) || id).join('; ')}>${t('contradicted')}</span>`}<${Figure} label=${count('n_claims', each.claims.length)} claims=${each.claims} title=${each.place.name} /></td></tr>`)}</tbody></table></div>`;
}

const Signal = ({ of }) => html`<li class="row between line"><span><span class=${`badge ${of.direction === 'easing' ? 'down' : 'up'}`}>${value('leaning', of.direction)}</span> <strong>${value('signal', of.kind)}</strong> <${Parties} of=${of.by} />${of.to.length > 0 && html` <span class="flip" aria-hidden="true">→</span> <${Parties} of=${of.to} />`}
    ${!of.executed && html` <span class="badge outline">${t('not_done')}</span>`}${of.third_party && html` <span class="badge outline">${t('third_party')}</span>`}</span>
  <span class="row">${of.on ? shortDay(of.on) : t('no_day')} <${Figure} label=${count('n_claims', of.claims.length)} claims=${of.claims} title=${value('signal', of.kind)} />${of.incidents.slice(0, 1).map((id) => html`<${IncidentLink} id=${id}>${t('to_incident')}<//>`)}</span></li>`;
