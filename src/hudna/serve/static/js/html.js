// The one way markup is made: htm over Preact. Text is always a text node; nothing here takes raw HTML.
import htm from 'htm';
import { h } from 'preact';

export const html = htm.bind(h);
