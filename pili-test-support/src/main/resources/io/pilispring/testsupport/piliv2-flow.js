// Drives a hub with the vendor's SDK for Node and prints what each step returns, one JSON object a line
'use strict';

const pili = require(process.env.PILIV2_MODULE);

pili.config.API_HOST = process.env.PILI_HOST;
pili.config.API_PORT = Number(process.env.PILI_PORT);

const credentials = new pili.Credentials(process.env.PILI_ACCESS_KEY, process.env.PILI_SECRET_KEY);
const name = process.env.PILI_HUB;
const hub = new pili.Hub(credentials, name);

function call(target, method, ...args) {
	return new Promise((resolve) => {
		target[method](...args, (error, ...values) => resolve(error ? {error: error.errorCode} : {values}));
	});
}

async function step(label, promise) {
	console.log(JSON.stringify({step: label, ...(await promise)}));
}

function keys(promise) {
	return promise.then((result) => ({marker: result.values[0], keys: result.values[1].map((stream) => stream.key)}));
}

async function run() {
	const stream = hub.newStream('node-room');
	await step('create', call(hub, 'createStream', 'node-room').then((result) => ({key: result.values[0].key})));
	await step('create-again', call(hub, 'createStream', 'node-room'));
	await step('unknown', call(hub.newStream('unknown'), 'loadInfo'));
	await step('list', keys(call(hub, 'listStreams', {prefix: 'node', limit: 1})));
	await step('list-live', keys(call(hub, 'listStreams', {liveonly: true})));
	await step('batch', call(hub, 'batchLiveStreamsInfo', ['node-room', 'live-room']));
	await step('not-live', call(stream, 'liveInfo'));
	await step('live', call(hub.newStream('live-room'), 'liveInfo'));
	await step('disable', call(stream, 'disable', -1));
	await step('info', call(stream, 'loadInfo').then(() => ({disabledTill: stream.disabledTill, converts: stream.converts})));
	await step('enable', call(stream, 'enable'));
	await step('converts', call(stream, 'updateConverts', ['480p', '720p']));
	await step('info-again', call(stream, 'loadInfo').then(() => ({disabledTill: stream.disabledTill, converts: stream.converts})));
	await step('no-data', call(stream, 'savePlayback', {fname: 'a.m3u8'}));
	const recorded = hub.newStream('recorded');
	await step('save', call(recorded, 'savePlayback', {fname: 'a.mp4', format: 'mp4'}));
	await step('snapshot', call(recorded, 'saveSnapshot', {fname: 'a.png', format: 'png', time: 1700000030}));
	await step('history', call(recorded, 'publishHistory', {start: 1700000000}));
	await step('publish-url', Promise.resolve({url: pili.publishURL(credentials, process.env.PILI_DOMAIN, name, 'pushed', 600)}));
}

run();
