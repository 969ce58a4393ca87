// The same map as a drawing, where there is no WebGL: countries, areas, points and movements as SVG, each a button.
import { useEffect, useState } from 'preact/hooks';
import { html } from '../html.js';
import { placeWritten } from '../names.js';
import { Fault, Loading } from '../parts.js';
import { count, t, value } from '../say.js';
import { language } from '../state.js';
import { base } from './base.js';
import { bounds, looked } from './geometry.js';
import { SIDES } from './style.js';

const WIDE = 900;
const HIGH = 520;
const mercator = (lat) => (Math.log(Math.tan(Math.PI / 4 + (Math.max(-84, Math.min(84, lat)) * Math.PI) / 360)) * 180) / Math.PI;

export function Still({ drawn, pick }) {
  const [files, setFiles] = useState(null);
  const [error, setError] = useState(null);
  useEffect(() => { base().then(setFiles, setError); }, []);
  if (error) return html`<${Fault} error=${error} />`;
  if (!files) return html`<${Loading} what=${t('map_loading')} />`;
  const { pins, areas, cells } = drawn.incidents;
  const at = projection(bounds(looked(drawn.incidents)) || [[9, 19], [26, 34]]);
  const path = (rings) => rings.map((ring) => `M${ring.map((each) => at(each).map((part) => part.toFixed(1)).join(',')).join('L')}Z`).join('');
  const of = (geometry) => (geometry.type === 'Polygon' ? path(geometry.coordinates) : geometry.type === 'MultiPolygon' ? geometry.coordinates.map(path).join('') : `M${geometry.coordinates.map((each) => at(each).map((part) => part.toFixed(1)).join(',')).join('L')}`);
  const near = ([x, y]) => x > -20 && x < WIDE + 20 && y > -20 && y < HIGH + 20;
  const named = (each) => (language.value === 'ar' ? each.ar || each.n : each.n);
  return html`<svg class="still" viewBox=${`0 0 ${WIDE} ${HIGH}`} role="group" aria-label=${t('map_told')} preserveAspectRatio="xMidYMid slice">
    <rect width=${WIDE} height=${HIGH} class="sea" />
    <g aria-hidden="true">${files.countries.features.filter((each) => seen(each.geometry, at)).map((each) => html`<path key=${each.properties.id} class="land" d=${of(each.geometry)} />`)}</g>
    ${drawn.control.features.map((each) => html`<${Shape} key=${`c${each.properties.id}`} d=${of(each.geometry)} told=${each.properties} pick=${pick} fill=${SIDES[each.properties.side] || '#8a8a8a'} kind="control" />`)}
    ${drawn.towns && html`<g aria-hidden="true">${apart(files.towns.features.filter((each) => near(at(each.geometry.coordinates))), at).map((each) => { const [x, y] = at(each.geometry.coordinates); return html`<g key=${each.properties.g}><circle cx=${x} cy=${y} r="1.6" class="town" /><text x=${x} y=${y + 13} class="town-name">${named(each.properties)}</text></g>`; })}</g>`}
    ${areas.features.filter((each) => each.properties.shape === 'area').map((each) => html`<${Shape} key=${each.properties.ids} d=${of(each.geometry)} told=${{ ...each.properties, ids: each.properties.ids.split(' ') }} pick=${pick} kind=${`area ${each.properties.direction}`} />`)}
    ${drawn.movements.features.filter((each) => ['band', 'line'].includes(each.properties.shape)).map((each, index) => html`<${Shape} key=${`m${index}`} d=${of(each.geometry)} told=${each.properties} pick=${pick} kind=${each.properties.shape === 'line' ? 'move' : 'move-band'} still=${each.properties.shape !== 'line'} />`)}
    ${[...pins.features, ...cells.features].map((each) => { const [x, y] = at(each.geometry.coordinates); return html`<${Dot} key=${each.properties.id || each.id} x=${x} y=${y} told=${each.properties} pick=${pick} />`; })}
  </svg>`;
}

// Whether any of a country's outlines reaches into the picture.
function seen(geometry, at) {
  const rings = geometry.type === 'Polygon' ? [geometry.coordinates[0]] : geometry.coordinates.map((each) => each[0]);
  return rings.some((ring) => {
    const [[west, south], [east, north]] = bounds(ring);
    const [[left, low], [right, high]] = [at([west, south]), at([east, north])];
    return left < WIDE && right > 0 && high < HIGH && low > 0;
  });
}

// The largest towns whose names do not run into each other.
function apart(towns, at) {
  const kept = [];
  for (const each of towns) {
    const [x, y] = at(each.geometry.coordinates);
    if (kept.length < 45 && kept.every(([, [a, b]]) => Math.abs(a - x) > 62 || Math.abs(b - y) > 17)) kept.push([each, [x, y]]);
  }
  return kept.map(([each]) => each);
}

function projection([[west, south], [east, north]]) {
  const [low, high] = [mercator(south), mercator(north)];
  const scale = Math.min((WIDE - 120) / Math.max(east - west, 6), (HIGH - 120) / Math.max(high - low, 4));
  const [midX, midY] = [(west + east) / 2, (low + high) / 2];
  return ([lon, lat]) => [WIDE / 2 + (lon - midX) * scale, HIGH / 2 - (mercator(lat) - midY) * scale];
}

const keyed = (act) => (event) => { if (event.key === 'Enter' || event.key === ' ') { event.preventDefault(); act(); } };

function Shape({ d, told, pick, kind, fill, still }) {
  const label = told.label || told.name;
  if (still) return html`<path d=${d} class=${kind} aria-hidden="true" />`;
  return html`<path d=${d} class=${kind} style=${fill ? { fill, stroke: fill } : undefined} role="button" tabindex="0" aria-label=${label} onClick=${() => pick(told)} onKeyDown=${keyed(() => pick(told))}><title>${label}</title></path>`;
}

// 1500 as 1.5k: a circle holds three letters.
const short = (number) => (number < 1000 ? String(number) : number < 10000 ? `${(number / 1000).toFixed(1)}k` : `${Math.round(number / 1000)}k`);

function Dot({ x, y, told, pick }) {
  const real = told.counts && told.status !== 'alleged';
  const label = told.number ? count('n_incidents', told.number) : `${value('root', told.root)}, ${placeWritten(told.place_name || '')}, ${told.day || t('no_day')}`;
  return html`<circle cx=${x} cy=${y} r=${told.number ? 12 : 7} class=${`pin ${told.direction || 'escalation'} ${real || told.number ? '' : 'hollow'}`} role="button" tabindex="0" aria-label=${label} onClick=${() => pick(told)} onKeyDown=${keyed(() => pick(told))}><title>${label}</title></circle>${told.number && html`<text x=${x} y=${y + 3.5} class="cell-number" aria-hidden="true">${short(told.number)}</text>`}`;
}
