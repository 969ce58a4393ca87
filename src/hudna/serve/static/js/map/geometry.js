// Areas and corridors as polygons on the earth: what is known only to so many kilometres is drawn so wide.
const KM = 111.32; // kilometres of one degree of latitude

export function circle(lon, lat, km, steps = 48) {
  const across = km / (KM * Math.max(Math.cos((lat * Math.PI) / 180), 0.05));
  const up = km / KM;
  const ring = [];
  for (let at = 0; at <= steps; at += 1) {
    const turn = (2 * Math.PI * at) / steps;
    ring.push([lon + across * Math.cos(turn), lat + up * Math.sin(turn)]);
  }
  return [ring];
}

// A band of that width around a line, with round ends.
export function band(line, km) {
  const scale = Math.max(Math.cos((line[0][1] * Math.PI) / 180), 0.05);
  const flat = line.map(([lon, lat]) => [lon * KM * scale, lat * KM]);
  const sides = { left: [], right: [] };
  flat.forEach((point, at) => {
    const before = flat[Math.max(at - 1, 0)];
    const after = flat[Math.min(at + 1, flat.length - 1)];
    const [dx, dy] = [after[0] - before[0], after[1] - before[1]];
    const long = Math.hypot(dx, dy) || 1;
    const [nx, ny] = [(-dy / long) * km, (dx / long) * km];
    sides.left.push([point[0] + nx, point[1] + ny]);
    sides.right.push([point[0] - nx, point[1] - ny]);
  });
  const ring = [...sides.left, ...cap(flat.at(-1), flat.at(-2) || flat.at(-1), km), ...sides.right.reverse(), ...cap(flat[0], flat[1] || flat[0], km)];
  return [[...ring, ring[0]].map(([x, y]) => [x / (KM * scale), y / KM])];
}

function cap(end, before, km) {
  const start = Math.atan2(end[1] - before[1], end[0] - before[0]) + Math.PI / 2;
  return Array.from({ length: 9 }, (_, at) => {
    const turn = start - (Math.PI * (at + 1)) / 10;
    return [end[0] + km * Math.cos(turn), end[1] + km * Math.sin(turn)];
  });
}

export function bounds(points) {
  if (!points.length) return null;
  const lons = points.map((each) => each[0]);
  const lats = points.map((each) => each[1]);
  return [[Math.min(...lons), Math.min(...lats)], [Math.max(...lons), Math.max(...lats)]];
}

// Where a map is to look: at the theatre's incidents where there are any, else at the middle of them all. One far-off
// report does not shrink everything else.
export function looked({ pins, areas, cells }) {
  const all = [...pins.features, ...cells.features, ...areas.features.filter((each) => each.properties.shape === 'area')];
  const ours = all.filter((each) => each.properties.theatre);
  return middle((ours.length ? ours : all).map(({ geometry }) => (geometry.type === 'Point' ? [geometry.coordinates] : geometry.coordinates[0]))).flat();
}

// Of many, those in the middle. Each counts once: an area is drawn with fifty points, and would else outweigh every pin.
function middle(found) {
  if (found.length < 200) return found;
  const inner = (at) => { const sorted = found.map(([first]) => first[at]).sort((a, b) => a - b); return [sorted[Math.floor(sorted.length * 0.05)], sorted[Math.floor(sorted.length * 0.95)]]; };
  const [[west, east], [south, north]] = [inner(0), inner(1)];
  return found.filter(([[lon, lat]]) => lon >= west && lon <= east && lat >= south && lat <= north);
}
