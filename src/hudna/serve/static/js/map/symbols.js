// Military symbols as an option: the sign of a kind of unit in the neutral frame, whoever's it is. A map of ours says
// nobody is hostile or friendly. The library is large and loaded only when somebody asks for it.
let loading = null;

// MIL-STD-2525D / APP-6D, 20 digits: version 10, reality, identity 4 (neutral), land units, then the kind of unit.
const NEUTRAL = '1004100000';
const KINDS = [
  [/airlift|air|drone|aerial/, '1206000000'],
  [/convoy|supply|logistic/, '1634000000'],
  [/weapons|heavy/, '1303000000'],
  [/police|militia/, '1400000000'],
];
const INFANTRY = '1211000000';

export function kindOf(words) {
  const found = KINDS.find(([pattern]) => pattern.test(words));
  return NEUTRAL + (found ? found[1] : INFANTRY);
}

export function symbols() {
  loading ||= new Promise((settle, fail) => {
    const script = document.createElement('script');
    script.src = '/static/vendor/milsymbol.js';
    script.onload = () => settle(globalThis.ms);
    script.onerror = () => { loading = null; fail(new Error('milsymbol')); };
    document.head.append(script);
  });
  return loading;
}

// The image of a sign, under the name that the map knows it by.
export async function signOf(code) {
  const library = await symbols();
  const canvas = new library.Symbol(code, { size: 44, strokeWidth: 5 }).asCanvas();
  return canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
}
