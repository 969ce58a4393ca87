// Answers of the server as what a map draws. A vague place is an area; what is known only to its country is a number
// beside the map, never a pin.
import { figure, t, value } from '../say.js';
import { partyName, placeName, placeWritten } from '../names.js';
import { language } from '../state.js';
import { band, circle } from './geometry.js';
import { kindOf } from './symbols.js';

const PIN = new Set(['point', 'town']);
export const feature = (geometry, properties, id) => ({ type: 'Feature', id, geometry, properties });
export const collection = (features) => ({ type: 'FeatureCollection', features });
export const NOTHING = collection([]);

// Incidents of one answer: those with a point, areas (one for each place, with a number), and those of a country.
export function incidentsOf(answer) {
  if (!answer) return { pins: NOTHING, areas: NOTHING, cells: NOTHING, countries: [], without: 0 };
  if (answer.drawn === 'cells') return { pins: NOTHING, areas: NOTHING, cells: collection(answer.features.map(middleOf)), countries: [], without: answer.without_place };
  const pins = [];
  const areas = new Map();
  const countries = [];
  for (const each of answer.features) {
    const { precision, radius_km: radius } = each.properties;
    if (!each.geometry) { countries.push(each.properties); continue; }
    const [lon, lat] = each.geometry.coordinates;
    if (precision === 'country') countries.push(each.properties);
    else if (PIN.has(precision) || !radius) pins.push(feature(each.geometry, { ...each.properties, actors: undefined }));
    else {
      const key = `${lon},${lat},${radius}`;
      areas.set(key, [...(areas.get(key) || []), { ...each.properties, lon, lat }]);
    }
  }
  return { pins: collection(pins), areas: areasOf(areas), cells: NOTHING, countries, without: answer.without_place };
}

// A cell comes as a square; its number is drawn in the middle.
function middleOf(each) {
  const [[west, south], , [east, north]] = each.geometry.coordinates[0];
  return feature({ type: 'Point', coordinates: [(west + east) / 2, (south + north) / 2] }, { ...each.properties, id: each.id, box: [west, south, east, north].join(',') });
}

function areasOf(areas) {
  const found = [];
  for (const held of areas.values()) {
    const [{ lon, lat, radius_km: radius, place_name: name, precision }] = held;
    const leaning = held.some((each) => each.direction === 'escalation') ? 'escalation' : held.some((each) => each.direction === 'de-escalation') ? 'de-escalation' : 'statement';
    const told = { theatre: held.find((each) => each.theatre)?.theatre, ids: held.map((each) => each.id).join(' '), number: held.length, direction: leaning, label: `${placeWritten(name)} · ${figure(held.length)}`, name: placeWritten(name), precision, radius };
    found.push(feature({ type: 'Polygon', coordinates: circle(lon, lat, radius) }, { ...told, shape: 'area' }));
    found.push(feature({ type: 'Point', coordinates: [lon, lat] }, { ...told, shape: 'name' }));
  }
  return collection(found);
}

// A map is read at a glance: a force that nobody has named in the script of the page is a force; its words are one click away.
const ARABIC = /[\u0600-\u06ff]/;
function nameOnMap(of) {
  const name = partyName(of);
  const strange = language.value === 'ar' ? !ARABIC.test(name) : /[^\u0000-\u024f\u1e00-\u206f]/.test(name);
  return strange ? t('a_force') : name;
}

// Movements: a line as it is told, a band as wide as it is uncertain, an area where only a direction is known.
export function movementsOf(page) {
  const found = [];
  for (const each of page ? page.results : []) {
    const force = [...new Set(each.force.map(nameOnMap))].join(', ') || t('a_force');
    const told = { id: each.id, claims: each.claims.join(' '), force, status: each.status, withdrawal: each.withdrawal, sign: kindOf(force.toLowerCase()), label: `${force} (${value('status', each.status)})` };
    if (each.line.length > 1) {
      if (each.uncertainty_km) found.push(feature({ type: 'Polygon', coordinates: band(each.line, each.uncertainty_km) }, { ...told, shape: 'band' }));
      found.push(feature({ type: 'LineString', coordinates: each.line }, { ...told, shape: 'line' }));
      found.push(feature({ type: 'Point', coordinates: each.line.at(-1) }, { ...told, shape: 'head', turn: bearing(each.line.at(-2), each.line.at(-1)) }));
    }
    // A way that nobody tells is not drawn: only where the force is said to be, or to be bound for.
    const spot = each.destination || each.at;
    if (each.line.length < 2 && spot && spot.lat !== null && PIN.has(spot.precision)) {
      found.push(feature({ type: 'Point', coordinates: [spot.lon, spot.lat] }, { ...told, shape: 'to', label: each.destination ? `${force} → ${placeName(spot)}` : force }));
    }
    const end = each.heading || each.destination;
    if (end && end.lat !== null && end.radius_km && !PIN.has(end.precision)) {
      found.push(feature({ type: 'Polygon', coordinates: circle(end.lon, end.lat, end.radius_km) }, { ...told, shape: 'toward', label: `${force} → ${placeName(end)}` }));
    }
  }
  return collection(found);
}

function bearing([lon, lat], [toLon, toLat]) {
  const scale = Math.cos((lat * Math.PI) / 180);
  return (Math.atan2((toLon - lon) * scale, toLat - lat) * 180) / Math.PI;
}

// Who is said to hold what: the newest statement on each place decides the shade; a contradicted one is hatched.
export function holdingsOf(page, sides) {
  const newest = new Map();
  for (const each of page ? page.results : []) {
    if (each.place.lat === null || each.place.precision === 'country') continue;
    const key = each.place.id || each.place.name;
    const had = newest.get(key);
    if (!had || (each.as_of || '') > (had.as_of || '')) newest.set(key, each);
  }
  const found = [];
  for (const each of newest.values()) {
    const { lon, lat, radius_km: radius } = each.place;
    const name = placeName(each.place);
    const torn = each.status === 'contested' || each.contradicts.length > 0;
    const holder = each.holder ? nameOnMap(each.holder) : t('nobody');
    const told = { id: each.id, claims: each.claims.join(' '), side: Math.max(sides.indexOf(each.side), -1), torn, weak: each.status !== 'controlled' && each.status !== 'taken', label: `${name}: ${holder} (${value('held', each.status)})` };
    found.push(feature({ type: 'Polygon', coordinates: circle(lon, lat, Math.max(radius || 0, 12)) }, told));
  }
  // The widest first, so that a town can be seen on its region.
  found.sort((a, b) => width(b) - width(a));
  return collection(found);
}

const width = (of) => Math.abs(of.geometry.coordinates[0][0][0] - of.geometry.coordinates[0][24][0]);
export const sidesOf = (page) => [...new Set((page ? page.results : []).map((each) => each.side).filter(Boolean))].sort();
