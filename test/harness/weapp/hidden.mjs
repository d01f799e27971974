/** Names that WeChat hides from a mini-program's code: each file is wrapped in a function with these as empty parameters. */
export const HIDDEN = [
  'window', 'document', 'frames', 'self', 'location', 'navigator', 'localStorage', 'sessionStorage', 'indexedDB', 'history', 'caches', 'screen',
  'alert', 'confirm', 'prompt', 'fetch', 'XMLHttpRequest', 'WebSocket', 'EventSource', 'HTMLElement', 'Element', 'Node', 'Blob', 'File', 'FormData',
  'FileReader', 'Image', 'MutationObserver', 'ResizeObserver', 'IntersectionObserver', 'requestAnimationFrame', 'cancelAnimationFrame',
  'getComputedStyle', 'matchMedia', 'customElements', 'URL', 'URLSearchParams', 'Headers', 'Request', 'Response', 'AbortController', 'AbortSignal',
  'TextDecoder', 'TextEncoder', 'crypto', 'structuredClone', 'queueMicrotask', 'btoa', 'atob', 'BroadcastChannel', 'MessageChannel', 'Worker',
  'performance', 'process', 'Intl',
]
