// The map itself, drawn by MapLibre.
import { Map as MapGl, NavigationControl, ScaleControl } from 'maplibre-gl';
import { useEffect, useRef } from 'preact/hooks';
import { html } from '../html.js';
import { pointed } from '../incident_list.js';
import { t } from '../say.js';
import { go, language, theme } from '../state.js';
import { base } from './base.js';
import { NOTHING, collection, feature } from './drawn.js';
import { bounds, looked } from './geometry.js';
import { addImages, style } from './style.js';
import { signOf } from './symbols.js';

const PICKED = ['pins', 'clusters', 'cells', 'areas', 'moves', 'moves-head', 'moves-to', 'moves-band', 'control', 'control-torn'];
// Where the map was when the page went to another view.
let last = null;

export function Live({ drawn, pick, only, ready }) {
  const box = useRef(null);
  const held = useRef({ map: null, drawn, pick, only, ready: false, fitted: false });
  held.current.drawn = drawn;
  held.current.pick = pick;
  useEffect(() => {
    const map = new MapGl({ container: box.current, style: style(), center: last && !only ? last.center : [17, 27], zoom: last && !only ? last.zoom : 4, attributionControl: false, dragRotate: false, pitchWithRotate: false, touchPitch: false, fadeDuration: 0, locale: words() });
    held.current.map = map;
    held.current.fitted = Boolean(last) && !only;
    map.touchZoomRotate.disableRotation();
    map.addControl(new NavigationControl({ showCompass: false }), language.value === 'ar' ? 'top-left' : 'top-right');
    map.addControl(new ScaleControl({ maxWidth: 110 }), 'bottom-right');
    map.getCanvas().setAttribute('aria-label', t('map_told'));
    // All that is drawn is asked for at once and given to the map before it first draws: each further drawing costs a second
    // on a machine without a graphics card.
    const files_and_font = Promise.all([base(), document.fonts.load('12px "Noto Sans"', 'طرابلس Tripoli')]);
    map.once('style.load', async () => {
      addImages(map);
      const [files] = await files_and_font;
      if (held.current.map !== map) return;
      map.getSource('towns').setData(files.towns);
      map.getSource('names').setData(files.names);
      held.current.ready = true;
      show(held.current);
      // Drawn, and not only asked for: whoever takes a picture of the page waits for this.
      map.once('idle', () => { if (box.current) { box.current.dataset.ready = 'yes'; if (ready) ready(); } });
    });
    map.on('moveend', () => { if (held.current.fitted && !only) last = { center: map.getCenter(), zoom: map.getZoom() }; });
    map.on('click', (event) => picked(map, event, held.current));
    map.on('mousemove', (event) => { map.getCanvas().style.cursor = held.current.ready && map.queryRenderedFeatures(event.point, { layers: PICKED.filter((name) => map.getLayer(name)) }).length ? 'pointer' : ''; });
    return () => { held.current.map = null; held.current.ready = false; map.remove(); };
  }, [theme.value, language.value]);
  useEffect(() => { if (held.current.ready) show(held.current); }, [drawn]);
  useEffect(() => { if (held.current.ready) point(held.current); }, [pointed.value]);
  return html`<div class="map-box" ref=${box}></div>${!only && html`<button class="map-here" onClick=${() => here(held.current.map)}>${t('only_here')}</button>`}`;
}

const words = () => ({ 'NavigationControl.ZoomIn': t('zoom_in'), 'NavigationControl.ZoomOut': t('zoom_out'), 'Map.Title': t('map') });

function show(held) {
  const { map, drawn } = held;
  map.getSource('pins').setData(drawn.incidents.pins);
  map.getSource('areas').setData(drawn.incidents.areas);
  map.getSource('cells').setData(drawn.incidents.cells);
  map.getSource('movements').setData(drawn.movements);
  map.getSource('control').setData(drawn.control);
  for (const name of ['towns', 'town-dots', 'countries']) map.setLayoutProperty(name, 'visibility', drawn.towns ? 'visible' : 'none');
  signs(held);
  fit(held);
  // How many incidents, areas and cells the picture holds once it is drawn: a benchmark waits for it.
  const number = drawn.incidents.pins.features.length + drawn.incidents.areas.features.length + drawn.incidents.cells.features.length;
  if (number) map.once('idle', () => { map.getContainer().dataset.drawn = number; });
}

// Signs replace the heads of arrows; each is drawn once it is needed.
async function signs({ map, drawn }) {
  if (drawn.signs) {
    for (const code of new Set(drawn.movements.features.map((each) => each.properties.sign))) if (!map.hasImage(code)) map.addImage(code, await signOf(code));
  }
  map.setLayoutProperty('moves-sign', 'visibility', drawn.signs ? 'visible' : 'none');
}

// The first answer decides where the map looks; after that the person does.
function fit(held) {
  if (held.fitted) return;
  const around = bounds(looked(held.drawn.incidents));
  if (!around) return;
  held.map.fitBounds(around, { padding: 50, maxZoom: held.only ? 6 : 7, animate: false });
  held.fitted = true;
}

function point({ map, drawn }) {
  const id = pointed.value;
  const at = drawn.incidents.pins.features.find((each) => each.properties.id === id) || drawn.incidents.areas.features.find((each) => each.properties.shape === 'name' && each.properties.ids.split(' ').includes(id));
  map.getSource('pointed').setData(at ? collection([feature(at.geometry, { id })]) : NOTHING);
}

async function picked(map, event, { pick, ready }) {
  if (!ready) return;
  const near = [[event.point.x - 4, event.point.y - 4], [event.point.x + 4, event.point.y + 4]];
  const found = map.queryRenderedFeatures(near, { layers: PICKED });
  const hit = PICKED.map((name) => found.find((each) => each.layer.id === name)).find(Boolean);
  if (!hit) return;
  if (hit.layer.id === 'cells') { map.easeTo({ center: hit.geometry.coordinates, zoom: map.getZoom() + 2 }); return; }
  if (hit.layer.id !== 'clusters') { pick({ ...hit.properties, ids: hit.properties.ids ? hit.properties.ids.split(' ') : undefined }); return; }
  const source = map.getSource('pins');
  const nearer = await source.getClusterExpansionZoom(hit.properties.cluster_id);
  if (nearer <= 9) { map.easeTo({ center: hit.geometry.coordinates, zoom: nearer + 0.2 }); return; }
  const leaves = await source.getClusterLeaves(hit.properties.cluster_id, 100, 0);
  pick({ ids: leaves.map((each) => each.properties.id), label: leaves[0].properties.place_name });
}

function here(map) {
  if (!map) return;
  const box = map.getBounds();
  const clip = (degrees, most) => Math.max(-most, Math.min(most, degrees)).toFixed(3);
  go({ bbox: [clip(box.getWest(), 180), clip(box.getSouth(), 90), clip(box.getEast(), 180), clip(box.getNorth(), 90)].join(',') });
}
