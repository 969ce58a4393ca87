// What the panel of explanations shows: something with an id (kept in the address), or claims by their ids.
import { signal } from '@preact/signals';
import { go } from './state.js';

export const claimsShown = signal(null);
let opener = null;

export function openExplain(id) {
  opener = document.activeElement;
  claimsShown.value = null;
  go({ explain: id });
}

export function openClaims(title, ids, total = ids.length) {
  opener = document.activeElement;
  claimsShown.value = { title, ids, total };
}

export function closePanel() {
  claimsShown.value = null;
  go({ explain: null });
  if (opener && opener.isConnected) opener.focus();
  opener = null;
}
