// Imported before all else in the worker: takes away every way to speak with the network.
// The policy of a page does not bind a worker that a static host delivers without headers, so the worker binds itself.
const WAYS_OUT = ['fetch', 'XMLHttpRequest', 'WebSocket', 'WebSocketStream', 'EventSource', 'WebTransport', 'BroadcastChannel', 'Worker', 'importScripts', 'indexedDB', 'caches'];

for (const name of WAYS_OUT) Object.defineProperty(globalThis, name, { value: undefined, configurable: false, writable: false });

export {};
