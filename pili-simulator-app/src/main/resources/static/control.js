'use strict';

const problem = document.getElementById('problem');

async function call(method, path, body) {
	const response = await fetch('api' + path, {
		method,
		headers: body ? {'Content-Type': 'application/json'} : {},
		body: body ? JSON.stringify(body) : undefined
	});
	const text = await response.text();
	const json = text ? JSON.parse(text) : null;
	if (!response.ok) {
		throw new Error((json && json.detail) || response.status);
	}
	return json;
}

async function act(action) {
	try {
		await action();
		problem.hidden = true;
	}
	catch (error) {
		problem.textContent = error.message;
		problem.hidden = false;
	}
}

function element(name, text, ...children) {
	const made = document.createElement(name);
	if (text !== null) {
		made.textContent = text;
	}
	made.append(...children);
	return made;
}

function button(text, action) {
	const made = element('button', text);
	made.type = 'button';
	made.addEventListener('click', () => act(async () => {
		await action();
		await show();
	}));
	return made;
}

function set(account, hub, key, state) {
	return call('PUT', `/hubs/${encodeURIComponent(hub)}/streams/${encodeURIComponent(key)}?account=`
		+ encodeURIComponent(account), {state});
}

function streamRow(stream) {
	return element('tr', null, element('td', stream.key), element('td', stream.state + (stream.disabled ? ', disabled' : '')),
		element('td', String(stream.viewers)), element('td', null, ...['live', 'frozen', 'offline']
			.filter((state) => state !== stream.state)
			.map((state) => button(state, () => set(stream.account, stream.hub, stream.key, state)))));
}

function hubPart(account, hub) {
	const known = document.getElementById(`new ${account.accessKey} ${hub.name}`);
	const input = known || element('input', null);
	input.id = `new ${account.accessKey} ${hub.name}`;
	input.setAttribute('aria-label', `Key of a new stream in ${hub.name}`);
	const part = element('div', null, element('h3', `${hub.name} (${account.accessKey})`), element('table', null,
		element('thead', null, element('tr', null, ...['Key', 'State', 'Viewers', 'Make it'].map((text) => element('th', text)))),
		element('tbody', null, ...hub.streams.map(streamRow))),
		input, button('Go live', () => set(account.accessKey, hub.name, input.value, 'live').then(() => { input.value = ''; })));
	return part;
}

function describe(fault) {
	return [fault.method || 'any method', fault.path, fault.status && `status ${fault.status}`, fault.reset && 'reset',
		fault.delayMillis && `after ${fault.delayMillis} ms`, fault.times ? `${fault.times} more` : 'until removed']
		.filter(Boolean).join(', ');
}

function requestRow(request) {
	return element('tr', null, element('td', new Date(request.time).toLocaleTimeString()),
		element('td', `${request.method} ${request.target}`), element('td', request.accessKey || ''),
		element('td', String(request.status)), element('td', request.error || ''));
}

async function show() {
	const [simulator, faults, requests] = await Promise.all([call('GET', ''), call('GET', '/faults'), call('GET', '/requests?limit=50')]);
	document.getElementById('api-host').textContent = simulator.apiHost;
	const focused = document.activeElement;
	document.getElementById('hubs').replaceChildren(
		...simulator.accounts.flatMap((account) => account.hubs.map((hub) => hubPart(account, hub))));
	if (focused instanceof HTMLInputElement) {
		focused.focus();
	}
	document.getElementById('faults').replaceChildren(...faults.map((fault) => element('li', describe(fault))));
	document.getElementById('requests').replaceChildren(...requests.map(requestRow));
}

document.getElementById('fault').addEventListener('submit', (event) => {
	event.preventDefault();
	const form = event.target.elements;
	const fault = {path: form.path.value};
	if (form.method.value) {
		fault.method = form.method.value;
	}
	if (form.kind.value === 'status') {
		fault.status = Number(form.status.value);
	}
	if (form.kind.value === 'reset') {
		fault.reset = true;
	}
	if (Number(form.delayMillis.value) > 0) {
		fault.delayMillis = Number(form.delayMillis.value);
	}
	if (form.times.value) {
		fault.times = Number(form.times.value);
	}
	act(async () => {
		await call('POST', '/faults', fault);
		await show();
	});
});
document.getElementById('clear-faults').addEventListener('click', () => act(async () => {
	await call('DELETE', '/faults');
	await show();
}));
document.getElementById('reset').addEventListener('click', () => act(async () => {
	await call('POST', '/reset');
	await show();
}));
act(show);
setInterval(() => act(show), 2000);
