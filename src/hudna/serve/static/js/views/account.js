// One's own password and tokens; for an administrator also who may sign in, and as what.
import { useState } from 'preact/hooks';
import { fresh, may, send, session, useAnswer } from '../api.js';
import { instant } from '../dates.js';
import { html } from '../html.js';
import { Answer, Empty } from '../parts.js';
import { t } from '../say.js';
import { SignIn } from './sign_in.js';

const ROLES = ['reader', 'analyst', 'verifier', 'admin'];
const SCOPES = ['read', 'extract', 'export', 'review'];

export function Account() {
  const who = session.value;
  if (!who || who.alone || who.public) return html`<h1>${t('view.account')}</h1><${Empty}>${t(who && who.alone ? 'alone_why' : 'public_reads')}<//>`;
  if (!who.name) return html`<${SignIn} />`;
  return html`<h1>${t('view.account')}: <bdi>${who.name}</bdi></h1><${Password} /><${Tokens} />${may('administer') && html`<${Users} />`}`;
}

// A form whose answer is a sentence: done, or why not.
function Asking({ title, why, send: act, done, children, button }) {
  const [state, setState] = useState({ busy: false, said: null, refused: null });
  const submit = async (event) => {
    event.preventDefault();
    const form = event.target;
    setState({ busy: true, said: null, refused: null });
    try {
      const answer = await act(new FormData(form));
      form.reset();
      setState({ busy: false, said: done(answer), refused: null });
      fresh.value += 1;
    } catch (error) {
      setState({ busy: false, said: null, refused: error.message });
    }
  };
  return html`<form class="asking" onSubmit=${submit} aria-label=${title}>${why && html`<p class="faint">${why}</p>`}<div class="row">${children}<button class="primary" disabled=${state.busy}>${button}</button></div>
    ${state.said && html`<p class="note good" role="status">${state.said}</p>`}${state.refused && html`<p class="note bad" role="alert">${state.refused}</p>`}</form>`;
}

const Password = () => html`<section class="card"><h2>${t('password')}</h2><${Asking} title=${t('password')} why=${t('password_why')} button=${t('change')} done=${() => t('password_changed')} send=${(given) => send('POST', 'session/password', { old: given.get('old'), new: given.get('new') })}>
  <label>${t('password_old')} <input type="password" name="old" autocomplete="current-password" required /></label><label>${t('password_new')} <input type="password" name="new" autocomplete="new-password" minlength="12" required /></label><//></section>`;

function Tokens() {
  const held = useAnswer('tokens');
  const drop = async (id) => { await send('DELETE', `tokens/${encodeURIComponent(id)}`); fresh.value += 1; };
  return html`<section class="card" aria-labelledby="tokens-title"><h2 id="tokens-title">${t('tokens')}</h2>
    <${Asking} title=${t('tokens')} why=${t('tokens_why')} button=${t('make')} done=${(token) => html`${t('token_once')} <code dir="ltr">${token.secret}</code>`} send=${(given) => send('POST', 'tokens', { label: given.get('label'), scopes: given.getAll('scope'), days: Number(given.get('days')) })}>
      <label>${t('label')} <input name="label" dir="auto" maxlength="100" required /></label><label>${t('token_days')} <input name="days" type="number" min="1" max="730" value="90" required /></label>
      ${SCOPES.map((each) => html`<label key=${each}><input type="checkbox" name="scope" value=${each} defaultChecked=${each === 'read'} /> <code>${each}</code></label>`)}<//>
    <${Answer} of=${held} is_empty=${(data) => !data.length} empty=${t('none')}>${(data) => html`<div class="scroll" tabindex="0" role="region" aria-labelledby="tokens-title"><table><thead><tr><th>${t('label')}</th><th>${t('user_name')}</th><th>${t('scopes')}</th><th>${t('expires')}</th><th>${t('last_used')}</th><th></th></tr></thead><tbody>${data.map((each) => html`<tr key=${each.id}><th scope="row"><bdi>${each.label}</bdi></th><td><bdi>${each.user}</bdi></td><td><code>${each.scopes.join(', ')}</code></td><td>${instant(each.expires)}</td><td>${instant(each.last_used)}</td><td><button onClick=${() => drop(each.id)}>${t('withdraw')}<span class="sr"> ${each.label}</span></button></td></tr>`)}</tbody></table></div>`}<//></section>`;
}

function Users() {
  const held = useAnswer('users');
  const [refused, setRefused] = useState(null);
  const change = async (name, what) => { setRefused(null); try { await send('PATCH', `users/${encodeURIComponent(name)}`, what); } catch (error) { setRefused(error.message); } fresh.value += 1; };
  return html`<section class="card" aria-labelledby="users-title"><h2 id="users-title">${t('users')}</h2>
    <${Asking} title=${t('users')} why=${t('users_why')} button=${t('add')} done=${(user) => t('user_added', { who: user.name })} send=${(given) => send('POST', 'users', { name: given.get('name'), role: given.get('role'), ...(given.get('password') ? { password: given.get('password') } : {}) })}>
      <label>${t('user_name')} <input name="name" dir="ltr" maxlength="100" required /></label><label>${t('role')} <select name="role">${ROLES.map((each) => html`<option value=${each}>${t(`role.${each}`)}</option>`)}</select></label><label>${t('password')} <input type="password" name="password" minlength="12" autocomplete="new-password" /></label><//>
    ${refused && html`<p class="note bad" role="alert">${refused}</p>`}
    <${Answer} of=${held}>${(data) => html`<div class="scroll" tabindex="0" role="region" aria-labelledby="users-title"><table><thead><tr><th>${t('user_name')}</th><th>${t('role')}</th><th>${t('state')}</th><th></th></tr></thead><tbody>${data.map((each) => html`<tr key=${each.name}><th scope="row"><bdi>${each.name}</bdi></th>
      <td><select aria-label=${`${t('role')}: ${each.name}`} value=${each.role} onChange=${(event) => change(each.name, { role: event.target.value })}>${ROLES.map((role) => html`<option value=${role}>${t(`role.${role}`)}</option>`)}</select></td>
      <td>${!each.active ? html`<span class="badge bad">${t('closed')}</span>` : each.locked_until ? html`<span class="badge warn">${t('locked_until', { at: instant(each.locked_until) })}</span>` : html`<span class="badge good">${t('open')}</span>`}</td>
      <td class="row">${each.locked_until && html`<button onClick=${() => change(each.name, { unlock: true })}>${t('unlock')}<span class="sr"> ${each.name}</span></button>`}<button onClick=${() => change(each.name, { active: !each.active })}>${t(each.active ? 'close_account' : 'open_account')}<span class="sr"> ${each.name}</span></button></td></tr>`)}</tbody></table></div>`}<//></section>`;
}
