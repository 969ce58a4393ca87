// Towns and the names of countries, fetched once, as features.
import { collection, feature } from './drawn.js';

let asked = null;

export function base() {
  asked ||= Promise.all(['countries.geojson', 'towns.json'].map((name) => fetch(`/static/base/${name}`).then((answer) => {
    if (!answer.ok) throw new Error(`${name}: HTTP ${answer.status}`);
    return answer.json();
  }))).then(([countries, towns]) => ({
    countries,
    names: collection(countries.features.map(({ properties: { x, y, n, ar, id } }) => feature({ type: 'Point', coordinates: [x, y] }, { n, ar, id }))),
    towns: collection(towns.map(({ x, y, n, ar, p, g }) => feature({ type: 'Point', coordinates: [x, y] }, { n, ar, p, g }))),
  })).catch((error) => { asked = null; throw error; });
  return asked;
}
