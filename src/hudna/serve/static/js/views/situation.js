// Where and when: map, timeline and list of the same incidents, under the same filters.
import { useAnswer, usePages } from '../api.js';
import { html } from '../html.js';
import { IncidentList } from '../incident_list.js';
import { MapPane } from '../map/pane.js';
import { Answer, Coverage, More } from '../parts.js';
import { count, t } from '../say.js';
import { filtered, go, one } from '../state.js';
import { Timeline } from '../timeline.js';

export function Situation({ meta }) {
  const pages = usePages('incidents', { ...filtered.value, limit: 50 });
  const drawn = useAnswer('map', filtered.value);
  return html`<h1 class="sr">${t('view.situation')}</h1>
  <div class="situation">
    <section class="map-pane" aria-label=${t('map')}><${MapPane} incidents=${drawn} meta=${meta} /></section>
    <section class="time-pane card" aria-label=${t('timeline')}><${Timeline} /></section>
    <section class="list-pane" aria-labelledby="list-title">
      <div class="row between list-head"><h2 id="list-title">${pages.coverage ? (pages.coverage.exact ? '' : t('at_least')) + count('n_incidents', pages.coverage.total) : t('incidents')}</h2>
        <button class="small" aria-pressed=${one('counts') === 'true' ? 'true' : 'false'} onClick=${() => go({ counts: one('counts') === 'true' ? null : 'true' })}>${t('only_counted')}</button></div>
      <${Answer} of=${pages} is_empty=${(data) => !data.results.length} empty=${t('no_incidents')}>${() => html`
        <${IncidentList} of=${pages.results} />
        <${More} of=${pages} /><${Coverage} of=${pages.coverage} />`}<//>
    </section>
  </div>`;
}
