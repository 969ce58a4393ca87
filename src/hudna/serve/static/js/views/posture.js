// The posture board: a lane for each actor, its level over time, how it is known, and when it was last heard of.
import { useAnswer } from '../api.js';
import { addDays, day, daysBetween, monthDay, shortDay } from '../dates.js';
import { html } from '../html.js';
import { partyName } from '../names.js';
import { Answer, Figure } from '../parts.js';
import { count, t, value } from '../say.js';
import { filtered, rightToLeft } from '../state.js';

const WIDE = 420;
const HIGH = 64;

export function Posture() {
  const board = useAnswer('posture', filtered.value);
  const channels = useAnswer('channels', { as_of: filtered.value.as_of, lang: filtered.value.lang });
  return html`<h1>${t('view.posture')}</h1><p class="soft">${t('posture_why')}</p>
    <${Answer} of=${board} is_empty=${(data) => !data.lanes.length} empty=${t('no_posture')}>${(data) => html`<${Lanes} data=${data} />`}<//>
    <section class="card" aria-labelledby="channels-title"><h2 id="channels-title">${t('channels')}</h2><p class="faint">${t('channels_why')}</p>
    <${Answer} of=${channels} is_empty=${(data) => !data.results.length} empty=${t('no_channels')}>${(data) => html`<ul class="plain">${data.results.map((each) => html`<li key=${each.id} class="row between line">
      <span><strong><bdi>${each.name}</bdi></strong> ${each.silent && html`<span class="badge warn">${t('silent')}</span>`} ${each.suspended && html`<span class="badge bad">${t('suspended_since', { day: shortDay(each.suspended) })}</span>`}<div class="faint" dir="auto">${each.because}</div></span>
      <span>${each.last_contact ? html`<${Figure} label=${t('last_contact', { day: shortDay(each.last_contact), days: count('n_days', each.silent_days ?? 0) })} claims=${each.claims} title=${each.name} />` : t('never_heard')}</span></li>`)}</ul>`}<//></section>`;
}

const laneName = (lane) => partyName({ id: lane.actor, text: lane.name });

function Lanes({ data }) {
  const days = data.lanes.flatMap((lane) => [...lane.series, ...lane.postures].flatMap((each) => [each.as_of, each.since].filter(Boolean)));
  const first = days.reduce((least, each) => (each < least ? each : least), addDays(data.as_of, -14));
  return html`<div class="scroll" tabindex="0" role="region" aria-label=${t('view.posture')}><table class="lanes"><thead><tr><th>${t('actor')}</th><th>${t('area')}</th><th>${t('level')}</th><th>${t('how_known')}</th><th>${t('last_heard')}</th><th>${t('over_time')} <span class="faint">${monthDay(first)} – ${monthDay(data.as_of)}</span></th></tr></thead>
    <tbody>${data.lanes.map((lane) => lane.postures.map((each, at) => html`<${Lane} key=${`${lane.actor}${each.area}`} lane=${lane} of=${each} head=${at === 0} data=${data} first=${first} />`))}</tbody></table></div>`;
}

function Lane({ lane, of, head, data, first }) {
  const level = data.levels.indexOf(of.state);
  const old = of.last_heard ? daysBetween(of.last_heard, data.as_of) : null;
  const series = lane.series.filter((each) => each.area === of.area);
  return html`<tr>
    ${head && html`<th scope="rowgroup" rowspan=${lane.postures.length}><bdi>${laneName(lane)}</bdi>${lane.side && html`<div class="faint">${value('side', lane.side)}</div>`}${of.within_names.length > 0 && html`<div class="faint">${t('part_of')} <bdi>${partyName({ id: of.within[0], text: of.within_names[0] })}</bdi></div>`}</th>`}
    <td><bdi>${of.area_name || t('no_area')}</bdi></td>
    <td><span class=${`level level-${of.state}`}><span class="gauge" aria-hidden="true">${data.levels.map((each, at) => html`<i class=${at <= level ? 'on' : ''}></i>`)}</span><${Figure} label=${value('posture', of.state)} claims=${of.claims} title=${`${laneName(lane)} · ${of.area_name || ''}`} /></span>
      ${of.decayed && html`<div><span class="badge outline" title=${t('decayed_why')}>${t('decayed')}</span></div>`}${of.since && html`<div class="faint">${t('since_day', { day: shortDay(of.since) })}</div>`}</td>
    <td><span class="badge">${value('how', of.basis)}</span>
      <dl class="facts small">${['ordered', 'observed', 'alleged'].map((name) => of[name] && html`<dt>${value('how', name)}</dt><dd>${value('posture', of[name])}</dd>`)}</dl>
      ${of.denied_by.length > 0 && html`<span class="badge bad">${t('denied_by', { who: of.denied_by.map(partyName).join(', ') })}</span>`}</td>
    <td>${shortDay(of.last_heard)}${old !== null && html`<div class=${old > 14 ? 'badge warn' : 'faint'}>${count('n_days_ago', old)}</div>`}</td>
    <td><${Steps} series=${series} of=${of} data=${data} first=${first} /></td></tr>`;
}

// The level as steps: a full line while it rests on news, a broken one once age alone lowers it.
function Steps({ series, of, data, first }) {
  const span = Math.max(daysBetween(first, data.as_of), 1);
  const x = (on) => { const at = (daysBetween(first, on) / span) * (WIDE - 8) + 4; return rightToLeft.value ? WIDE - at : at; };
  const y = (state) => HIGH - 6 - (data.levels.indexOf(state) / Math.max(data.levels.length - 1, 1)) * (HIGH - 14);
  const points = series.length ? series : [{ ...of, as_of: of.since || of.as_of }];
  const parts = points.map((each, at) => {
    const until = at + 1 < points.length ? points[at + 1].as_of : data.as_of;
    return { d: `M${x(each.as_of)},${y(each.state)}H${x(until)}${at + 1 < points.length ? `V${y(points[at + 1].state)}` : ''}`, old: each.decayed };
  });
  const told = points.map((each) => `${day(each.as_of)}: ${value('posture', each.state)}`).join('; ');
  return html`<svg class="steps" viewBox=${`0 0 ${WIDE} ${HIGH}`} role="img" aria-label=${told} preserveAspectRatio="none"><title>${told}</title>
    ${data.levels.map((each) => html`<line x1="0" x2=${WIDE} y1=${y(each)} y2=${y(each)} class="grid" />`)}
    ${parts.map((each, at) => html`<path key=${at} d=${each.d} class=${`step ${each.old ? 'old' : ''}`} />`)}
    ${of.last_heard && of.last_heard >= first && html`<circle cx=${x(of.last_heard)} cy=${y((points.filter((each) => each.as_of <= of.last_heard).at(-1) || points[0]).state)} r="3.5" class="heard" />`}</svg>`;
}

