// Alerts as they stand: why, what speaks against, what is missing, and what would end them.
import { useAnswer, usePages } from '../api.js';
import { day, daysBetween, shortDay } from '../dates.js';
import { html } from '../html.js';
import { Answer, Coverage, Explain, Figure, More, Verification } from '../parts.js';
import { count, figure, t, value } from '../say.js';
import { moment } from '../state.js';

export function Alerts() {
  const pages = usePages('alerts', { ...moment.value, limit: 50 });
  const outcomes = useAnswer('outcomes', { ...moment.value, limit: 200 });
  const became = new Map((outcomes.data ? outcomes.data.results : []).map((each) => [each.alert, each]));
  const sources = useAnswer('sources', moment.value);
  const gaps = sources.data ? sources.data.gaps : [];
  return html`<h1>${t('view.alerts')}</h1><p class="soft">${t('alerts_why')}</p>
    ${gaps.length > 0 && html`<div class="note warn"><strong>${t('silence_no_calm')}</strong><ul>${gaps.slice(0, 6).map((each) => html`<li><bdi dir="auto">${each}</bdi></li>`)}</ul></div>`}
    <${Answer} of=${pages} is_empty=${(data) => !data.results.length} empty=${t('no_alerts')}>${(data) => html`${pages.results.map((each) => html`<${Alert} key=${each.id} of=${each} as_of=${data.as_of} became=${became.get(each.id)} />`)}<${More} of=${pages} /><${Coverage} of=${pages.coverage} />`}<//>`;
}

const TINT = { high: 'bad', elevated: 'up', watch: 'warn' };

function Alert({ of, as_of: asOf, became }) {
  const left = daysBetween(asOf, of.expires);
  return html`<article class=${`card alert level-${of.level} ${of.state}`} aria-label=${`${of.area_name || of.theatre}: ${value('alert_level', of.level)}`}>
    <div class="row between"><span class="row"><span class=${`badge ${TINT[of.level]}`}>${value('alert_level', of.level)}</span><h2><bdi>${of.area_name || value('theatre', of.theatre)}</bdi>${of.subject && html` · <bdi dir="auto">${of.subject}</bdi>`}</h2><span class="badge outline">${value('alert_state', of.state)}</span></span>
      <span class="row"><${Verification} of=${of.ground} /><${Figure} label=${count('n_origins', of.origins)} claims=${of.claims} title=${of.area_name || of.theatre} /><${Explain} id=${of.id} title=${of.area_name || ''} /></span></div>
    <p class="faint">${t('raised_on', { day: day(of.raised) })}${of.began && of.began !== of.raised && ` · ${t('began_on', { day: shortDay(of.began) })}`} · ${left >= 0 ? t('expires_on', { day: day(of.expires), days: count('n_days', left) }) : t('expired_on', { day: day(of.expires) })}${of.calm_since && ` · ${t('calm_since', { day: shortDay(of.calm_since) })}`} · ${of.released_by ? t('released_by', { who: of.released_by }) : t('exercise')}</p>
    ${of.note && html`<p class="note"><bdi dir="auto">${of.note}</bdi></p>`}
    <div class="columns"><${Reasons} title=${t('because')} of=${of.because} /><${Reasons} title=${t('against')} of=${of.against} none=${t('nothing_against')} />
      <div><h3>${t('missing')}</h3><${Lines} of=${of.missing} /><h3>${t('ends_when')}</h3><${Lines} of=${of.ends_when} />${of.gaps.length > 0 && html`<h3>${t('gaps')}</h3><${Lines} of=${of.gaps} />`}</div></div>
    ${of.criterion && html`<p class="faint"><strong>${t('criterion')}</strong> <bdi dir="auto">${of.criterion.text}</bdi> (${t('until_day', { day: shortDay(of.criterion.until) })})</p>`}
    ${became && html`<p class="faint"><strong>${t('outcome')}:</strong> ${value('outcome', became.result)} · <bdi dir="auto">${became.because}</bdi></p>`}
    <p class="faint">${value('baseline', of.baseline)}</p>
  </article>`;
}

const Lines = ({ of }) => (of.length ? html`<ul>${of.map((each) => html`<li>${each}</li>`)}</ul>` : html`<p class="faint">${t('none')}</p>`);

function Reasons({ title, of, none }) {
  return html`<div><h3>${title} <span class="faint">${figure(of.length)}</span></h3>${of.length === 0 ? html`<p class="faint">${none || t('none')}</p>` : html`<ul>${of.map((each, at) => html`<li key=${at}>${each.text} ${each.claims.length > 0 && html`<${Figure} label=${count('n_claims', each.claims.length)} claims=${each.claims} title=${each.text} />`}</li>`)}</ul>`}</div>`;
}
