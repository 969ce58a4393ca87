// The map library is large; it is loaded when a map is first shown, and never where it cannot draw.
import { useEffect, useState } from 'preact/hooks';

let loaded = null;

export function lazyMap(wanted, failed) {
  const [Live, setLive] = useState(() => loaded);
  useEffect(() => {
    if (!wanted || loaded) return;
    import('./live.js').then((module) => { loaded = module.Live; setLive(() => module.Live); }, (error) => { console.error(error); failed(); });
  }, [wanted]);
  return Live;
}
