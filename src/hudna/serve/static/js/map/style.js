// How the map looks: base layers from files of this machine, labels in the page's own font, colours of the page.
import { language } from '../state.js';
import { NOTHING } from './drawn.js';

const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
// Holders of ground by order of their names; no flag's colour, and told apart by people who see few colours.
export const SIDES = ['#b07d1e', '#4a7fb5', '#6d8f2f', '#ad5b86', '#8a63b8', '#4f9089'];
export const sideColour = ['match', ['get', 'side'], ...SIDES.flatMap((each, at) => [at, each]), '#8a8a8a'];
const FONT = ['Noto Sans'];
// The smaller the scale, the larger a town must be to be named.
const BIG = ['>=', ['get', 'p'], ['step', ['zoom'], 1500000, 4, 400000, 4.8, 90000, 5.6, 30000, 6.5, 0]];
const live = { type: 'geojson', data: NOTHING, promoteId: 'id' };

export function style() {
  const of = { sea: colour('--sea'), land: colour('--land'), border: colour('--border'), division: colour('--division'), label: colour('--label'), halo: colour('--halo'),
    up: colour('--up'), down: colour('--down'), talk: colour('--talk'), ink: colour('--ink'), surface: colour('--surface'), focus: colour('--focus') };
  const leaning = ['match', ['get', 'direction'], 'escalation', of.up, 'de-escalation', of.down, of.talk];
  return {
    version: 8,
    sources: {
      countries: { type: 'geojson', data: '/static/base/countries.geojson' },
      divisions: { type: 'geojson', data: '/static/base/divisions.geojson' },
      towns: { type: 'geojson', data: NOTHING },
      names: { type: 'geojson', data: NOTHING },
      control: live, movements: live, areas: { ...live, promoteId: undefined }, cells: live, pointed: live,
      pins: { ...live, cluster: true, clusterRadius: 38, clusterMaxZoom: 9, clusterProperties: {
        up: ['+', ['case', ['==', ['get', 'direction'], 'escalation'], 1, 0]], down: ['+', ['case', ['==', ['get', 'direction'], 'de-escalation'], 1, 0]] } },
    },
    layers: [
      { id: 'sea', type: 'background', paint: { 'background-color': of.sea } },
      { id: 'land', type: 'fill', source: 'countries', paint: { 'fill-color': of.land } },
      ...controlLayers(of),
      { id: 'division-lines', type: 'line', source: 'divisions', minzoom: 4, paint: { 'line-color': of.division, 'line-width': 0.7, 'line-dasharray': [3, 2] } },
      { id: 'country-lines', type: 'line', source: 'countries', paint: { 'line-color': of.border, 'line-width': 1.1 } },
      ...labelLayers(of),
      ...areaLayers(of, leaning),
      ...movementLayers(of),
      ...pinLayers(of, leaning),
      { id: 'pointed', type: 'circle', source: 'pointed', paint: { 'circle-radius': 15, 'circle-color': 'transparent', 'circle-stroke-color': of.focus, 'circle-stroke-width': 3 } },
    ],
  };
}

function controlLayers(of) {
  return [
    { id: 'control', type: 'fill', source: 'control', filter: ['!', ['get', 'torn']], paint: { 'fill-color': sideColour, 'fill-opacity': ['case', ['get', 'weak'], 0.12, 0.26] } },
    { id: 'control-torn', type: 'fill', source: 'control', filter: ['get', 'torn'], paint: { 'fill-pattern': ['concat', 'hatch-', ['to-string', ['get', 'side']]], 'fill-opacity': 0.7 } },
    { id: 'control-line', type: 'line', source: 'control', paint: { 'line-color': sideColour, 'line-width': 1, 'line-dasharray': [2, 3] } },
    { id: 'control-name', type: 'symbol', source: 'control', minzoom: 6, layout: { 'text-field': ['get', 'label'], 'text-font': FONT, 'text-size': 11, 'text-letter-spacing': 0, 'symbol-placement': 'line', 'text-max-angle': 30 }, paint: { 'text-color': of.ink, 'text-halo-color': of.halo, 'text-halo-width': 1.5 } },
  ];
}

function labelLayers(of) {
  const name = language.value === 'ar' ? ['coalesce', ['get', 'ar'], ['get', 'n']] : ['get', 'n'];
  const text = { 'text-font': FONT, 'text-letter-spacing': 0, 'text-field': name };
  const halo = { 'text-color': of.label, 'text-halo-color': of.halo, 'text-halo-width': 1.4 };
  return [
    { id: 'town-dots', type: 'circle', source: 'towns', minzoom: 3, filter: BIG, paint: { 'circle-radius': 1.8, 'circle-color': of.label } },
    { id: 'towns', type: 'symbol', source: 'towns', minzoom: 3, filter: BIG,
      layout: { ...text, 'text-size': ['interpolate', ['linear'], ['zoom'], 4, 10.5, 8, 13], 'text-anchor': 'top', 'text-offset': [0, 0.3], 'symbol-sort-key': ['-', 0, ['get', 'p']] }, paint: halo },
    { id: 'countries', type: 'symbol', source: 'names', maxzoom: 6, layout: { ...text, 'text-size': 13, 'text-transform': 'none' }, paint: { ...halo, 'text-opacity': 0.8 } },
  ];
}

function areaLayers(of, leaning) {
  return [
    { id: 'areas', type: 'fill', source: 'areas', filter: ['==', ['get', 'shape'], 'area'], paint: { 'fill-color': leaning, 'fill-opacity': 0.1 } },
    { id: 'area-lines', type: 'line', source: 'areas', filter: ['==', ['get', 'shape'], 'area'], paint: { 'line-color': leaning, 'line-width': 1.4, 'line-dasharray': [2, 2] } },
    { id: 'area-names', type: 'symbol', source: 'areas', filter: ['==', ['get', 'shape'], 'name'], layout: { 'text-field': ['get', 'label'], 'text-font': FONT, 'text-size': 12, 'text-letter-spacing': 0, 'text-max-width': 9 }, paint: { 'text-color': leaning, 'text-halo-color': of.halo, 'text-halo-width': 2 } },
  ];
}

function movementLayers(of) {
  const shape = (name) => ['==', ['get', 'shape'], name];
  return [
    { id: 'moves-band', type: 'fill', source: 'movements', filter: ['any', shape('band'), shape('toward')], paint: { 'fill-color': of.ink, 'fill-opacity': 0.07 } },
    { id: 'moves-toward', type: 'line', source: 'movements', filter: shape('toward'), paint: { 'line-color': of.ink, 'line-width': 1, 'line-dasharray': [1, 3], 'line-opacity': 0.7 } },
    { id: 'moves', type: 'line', source: 'movements', filter: shape('line'), layout: { 'line-cap': 'round' }, paint: { 'line-color': of.ink, 'line-width': 2.2, 'line-dasharray': [2, 1.6] } },
    { id: 'moves-head', type: 'symbol', source: 'movements', filter: shape('head'), layout: { 'icon-image': 'arrow', 'icon-rotate': ['get', 'turn'], 'icon-rotation-alignment': 'map', 'icon-allow-overlap': true, 'icon-size': 0.5 }, paint: { 'icon-color': of.ink } },
    { id: 'moves-to', type: 'symbol', source: 'movements', filter: shape('to'), layout: { 'icon-image': 'ring', 'icon-size': 0.5, 'icon-allow-overlap': true, 'text-field': ['get', 'label'], 'text-font': FONT, 'text-size': 11, 'text-letter-spacing': 0, 'text-anchor': 'top', 'text-offset': [0, 1], 'text-optional': true }, paint: { 'text-color': of.ink, 'icon-color': of.ink, 'text-halo-color': of.halo, 'text-halo-width': 1.6 } },
    { id: 'moves-sign', type: 'symbol', source: 'movements', filter: ['any', shape('head'), shape('to')], layout: { visibility: 'none', 'icon-image': ['get', 'sign'], 'icon-size': 0.55, 'icon-anchor': 'bottom', 'icon-offset': [0, -18], 'icon-allow-overlap': true } },
    { id: 'moves-name', type: 'symbol', source: 'movements', filter: shape('line'), minzoom: 4.5, layout: { 'symbol-placement': 'line-center', 'text-field': ['get', 'label'], 'text-font': FONT, 'text-size': 11, 'text-letter-spacing': 0, 'text-offset': [0, -0.9] }, paint: { 'text-color': of.ink, 'text-halo-color': of.halo, 'text-halo-width': 1.6 } },
  ];
}

function pinLayers(of, leaning) {
  const mixed = ['case', ['>', ['get', 'up'], 0], of.up, ['>', ['get', 'down'], 0], of.down, of.talk];
  const white = { 'text-color': of.surface };
  return [
    { id: 'cells', type: 'circle', source: 'cells', paint: { 'circle-radius': ['interpolate', ['linear'], ['sqrt', ['get', 'number']], 1, 6, 40, 34], 'circle-color': ['case', ['>', ['get', 'escalation'], 0], of.up, of.talk], 'circle-opacity': 0.75 } },
    { id: 'cell-numbers', type: 'symbol', source: 'cells', layout: { 'text-field': ['to-string', ['get', 'number']], 'text-font': FONT, 'text-size': 11 }, paint: white },
    { id: 'clusters', type: 'circle', source: 'pins', filter: ['has', 'point_count'], paint: { 'circle-color': mixed, 'circle-radius': ['step', ['get', 'point_count'], 12, 10, 16, 100, 22], 'circle-stroke-color': of.surface, 'circle-stroke-width': 2 } },
    { id: 'cluster-numbers', type: 'symbol', source: 'pins', filter: ['has', 'point_count'], layout: { 'text-field': ['to-string', ['get', 'point_count']], 'text-font': FONT, 'text-size': 12, 'text-allow-overlap': true }, paint: white },
    // Filled: told as having happened. Hollow: alleged, planned, feared, denied.
    { id: 'pins', type: 'circle', source: 'pins', filter: ['!', ['has', 'point_count']], paint: {
      'circle-radius': 6.5, 'circle-color': ['case', ['all', ['get', 'counts'], ['!=', ['get', 'status'], 'alleged']], leaning, of.surface],
      'circle-stroke-color': ['case', ['all', ['get', 'counts'], ['!=', ['get', 'status'], 'alleged']], of.surface, leaning], 'circle-stroke-width': 2.2 } },
  ];
}

// Stripes in a side's colour, and the head of an arrow.
export function addImages(map) {
  [...SIDES, '#8a8a8a'].forEach((each, at) => {
    const name = `hatch-${at === SIDES.length ? -1 : at}`;
    if (!map.hasImage(name)) map.addImage(name, drawn(16, (pen) => { pen.strokeStyle = each; pen.lineWidth = 3; for (const x of [-16, 0, 16]) { pen.beginPath(); pen.moveTo(x, 16); pen.lineTo(x + 16, 0); pen.stroke(); } }), { pixelRatio: 2 });
  });
  if (!map.hasImage('ring')) map.addImage('ring', drawn(48, (pen) => { pen.lineWidth = 4; pen.setLineDash([7, 5]); pen.beginPath(); pen.arc(24, 24, 20, 0, 7); pen.stroke(); }), { sdf: true });
  if (!map.hasImage('arrow')) map.addImage('arrow', drawn(40, (pen) => { pen.beginPath(); pen.moveTo(20, 2); pen.lineTo(37, 36); pen.lineTo(20, 28); pen.lineTo(3, 36); pen.closePath(); pen.fill(); }), { sdf: true });
}

function drawn(size, draw) {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = size;
  const pen = canvas.getContext('2d');
  draw(pen);
  return pen.getImageData(0, 0, size, size);
}
