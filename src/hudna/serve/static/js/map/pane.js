// The map with its layers and its key. A drawing of the same stands there until the map has drawn itself, and where there is
// no WebGL.
import { lazyMap } from './lazy.js';
import { useMemo, useState } from 'preact/hooks';
import { useAnswer } from '../api.js';
import { html } from '../html.js';
import { namesKnown, placeWritten } from '../names.js';
import { openClaims } from '../panel_state.js';
import { Fault } from '../parts.js';
import { count, t, value } from '../say.js';
import { filtered, go, linked, moment, one } from '../state.js';
import { SIDES } from './style.js';
import { holdingsOf, incidentsOf, movementsOf, sidesOf } from './drawn.js';
import { Still } from './still.js';

const LAYERS = ['incidents', 'movements', 'control', 'towns', 'signs'];

export function hasWebgl() {
  if (one('webgl') === 'off') return false;
  try { return Boolean(document.createElement('canvas').getContext('webgl2')); } catch { return false; }
}

export function MapPane({ incidents, only }) {
  const [shown, setShown] = useState({ incidents: true, movements: true, control: true, towns: true, signs: false });
  const movements = useAnswer(only ? null : 'movements', { ...filtered.value, limit: 200 });
  const control = useAnswer(only ? null : 'control', { ...moment.value, limit: 1000 });
  const [webgl, setWebgl] = useState(hasWebgl());
  const sides = sidesOf(control.data);
  const drawn = useMemo(() => ({
    incidents: shown.incidents ? incidentsOf(incidents.data) : incidentsOf(null),
    movements: movementsOf(shown.movements ? movements.data : null),
    control: holdingsOf(shown.control ? control.data : null, sides),
    towns: shown.towns,
    signs: shown.signs,
  }), [incidents.data, movements.data, control.data, shown, namesKnown.value]);
  const pick = (told) => {
    // A number of a cell leads to what lies in the cell.
    if (told.cell) go({ bbox: told.box });
    else if (told.claims) openClaims(told.label, told.claims.split(' '));
    else if (told.ids && told.ids.length > 1) setPicked(told);
    else go({ view: 'incident', id: told.ids ? told.ids[0] : told.id });
  };
  const [picked, setPicked] = useState(null);
  const Live = lazyMap(webgl, () => setWebgl(false));
  const [live, setLive] = useState(false);
  const all = incidentsOf(incidents.data);
  return html`<div class="map-frame"><div class="map">
    ${incidents.error && html`<${Fault} error=${incidents.error} retry=${incidents.retry} />`}
    ${webgl ? html`${!live && html`<div class="map-first" inert><${Still} drawn=${drawn} pick=${pick} /></div>`}
      ${Live && html`<${Live} drawn=${drawn} pick=${pick} only=${only} ready=${() => setLive(true)} />`}`
      : html`<${Still} drawn=${drawn} pick=${pick} />`}
    <div class="map-tools card"><details open=${innerWidth >= 1500}><summary>${t('layers')}</summary>
      ${LAYERS.filter((name) => !only || name === 'incidents' || name === 'towns').map((name) => html`<label key=${name}><input type="checkbox" checked=${shown[name]} onChange=${() => setShown({ ...shown, [name]: !shown[name] })} /> ${t(`layer.${name}`)}</label>`)}
      <${Key} sides=${shown.control ? sides : []} />
    </details></div>
    ${picked && html`<${Many} ids=${picked.ids} label=${picked.label} close=${() => setPicked(null)} names=${incidents.data} />`}
    </div><p class="map-foot">${t('boundaries')} ${t('credit')}
      ${all.without + all.countries.length > 0 && html` · <strong>${count('n_off_map', all.without + all.countries.length)}</strong>`}
      ${!webgl && html` · ${t('no_webgl')}`}</p>
  </div>`;
}

function Key({ sides }) {
  return html`<ul class="plain key-list">
    <li><span class="dot up"></span>${value('direction', 'escalation')}</li><li><span class="dot down"></span>${value('direction', 'de-escalation')}</li><li><span class="dot talk"></span>${value('direction', 'statement')}</li>
    <li><span class="dot hollow"></span>${t('key_hollow')}</li><li><span class="dot area"></span>${t('key_area')}</li><li><span class="dash"></span>${t('key_move')}</li>
    ${sides.map((each, at) => html`<li key=${each}><svg width="14" height="12" aria-hidden="true"><rect width="14" height="12" fill=${SIDES[at]} fill-opacity=".45" stroke=${SIDES[at]} /></svg>${t('held_by', { side: value('side', each) })}</li>`)}
    ${sides.length > 0 && html`<li><span class="hatch"></span>${t('key_torn')}</li>`}
  </ul>`;
}

// Several incidents on one spot or in one area.
function Many({ ids, label, close, names }) {
  const told = new Map((names ? names.features : []).map((each) => [each.properties.id, each.properties]));
  return html`<div class="map-many card" role="dialog" aria-label=${label} onKeyDown=${(event) => event.key === 'Escape' && close()}>
    <div class="row between"><h3>${label}</h3><button class="quiet" onClick=${close} aria-label=${t('close')}>✕</button></div>
    <ul>${ids.slice(0, 40).map((id) => { const each = told.get(id); return html`<li key=${id}><a ...${linked({ view: 'incident', id })}>${each ? `${value('root', each.root)} · ${placeWritten(each.place_name || '')} · ${each.day || t('no_day')}` : id}</a></li>`; })}</ul>
    ${ids.length > 40 && html`<p class="faint">${t('first_of', { n: 40, total: ids.length })}</p>`}
  </div>`;
}
