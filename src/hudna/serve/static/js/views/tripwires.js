// Conditional statements of others, watched: who said it, what would follow, how near it has come.
import { usePages } from '../api.js';
import { shortDay } from '../dates.js';
import { html } from '../html.js';
import { asWritten, partyName, placeName } from '../names.js';
import { Answer, Coverage, Explain, Figure, IncidentLink, More } from '../parts.js';
import { count, figure, t, value } from '../say.js';
import { go, moment, one } from '../state.js';

const TINT = { crossed: 'bad', touched: 'up', armed: 'warn', lapsed: 'outline' };

export function Tripwires() {
  const pages = usePages('tripwires', { ...moment.value, state: one('state'), limit: 50 });
  return html`<h1>${t('view.tripwires')}</h1><p class="soft">${t('tripwires_why')}</p>
    <div class="row gap" role="group" aria-label=${t('state')}>${['crossed', 'touched', 'armed', 'lapsed'].map((each) => html`<button key=${each} aria-pressed=${one('state') === each ? 'true' : 'false'} onClick=${() => go({ state: one('state') === each ? null : each })}>${value('tripwire', each)}</button>`)}</div>
    <${Answer} of=${pages} is_empty=${(data) => !data.results.length} empty=${t('no_tripwires')}>${() => html`
      ${pages.results.map((each) => html`<${Wire} key=${each.id} of=${each} />`)}<${More} of=${pages} /><${Coverage} of=${pages.coverage} />`}<//>`;
}

function Wire({ of }) {
  return html`<article class="card"><div class="row between"><span class=${`badge ${TINT[of.state]}`}>${value('tripwire', of.state)}</span><span class="row"><span class="faint">${of.since ? t('since_day', { day: shortDay(of.since) }) : ''}${of.changed ? ` · ${t('changed_on', { day: shortDay(of.changed) })}` : ''}</span><${Explain} id=${of.id} title=${asWritten(of.condition)} /></span></div>
    <p class="wire"><strong>${t('if')}</strong> <bdi dir="auto" translate=${false}>${asWritten(of.condition)}</bdi> <span class="flip">→</span> <strong>${t('then')}</strong> <bdi dir="auto" translate=${false}>${asWritten(of.consequence)}</bdi></p>
    <p class="faint">${t('said_by')} <bdi>${of.author ? partyName(of.author) : t(of.anonymous ? 'anonymous' : 'own_voice')}</bdi>${of.relayed_by.length > 0 && html` (${t('relayed_by')} <bdi>${of.relayed_by.join(', ')}</bdi>)`}${of.is_party && html` <span class="badge warn">${t('bound_author')}</span>`}</p>
    ${of.nearest_km !== null && html`<p>${t(Math.round(of.nearest_km) === 0 ? 'nearest_there' : 'nearest', { km: figure(Math.round(of.nearest_km)), place: of.watch.name ? placeName({ id: of.watch.place, name: of.watch.name }) : '' })}</p>`}
    ${of.because && html`<p dir="auto" class="soft">${of.because}</p>`}
    <p class="row"><${Figure} label=${count('n_claims', of.claims.length)} claims=${of.claims} title=${asWritten(of.condition)} />${of.touched_by.map((id) => html`<${IncidentLink} id=${id}>${t('touched_by')}<//>`)}</p></article>`;
}
