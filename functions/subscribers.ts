/** Every function that handles events; its handlers are loaded when something of it is due. Generated from the registry by `npm run docs`: do not edit. */
import type { Subscriber } from './core/io/events/contract'

export const subscribers: readonly Subscriber[] = [
  { name: 'accounts', handlers: async () => (await import('./accounts/events')).eventHandlers },
  { name: 'appointments', handlers: async () => (await import('./appointments/events')).eventHandlers },
  { name: 'credit', handlers: async () => (await import('./credit/events')).eventHandlers },
  { name: 'deadlines', handlers: async () => (await import('./deadlines/events')).eventHandlers },
  { name: 'inbox', handlers: async () => (await import('./inbox/events')).eventHandlers },
  { name: 'lottery', handlers: async () => (await import('./lottery/events')).eventHandlers },
  { name: 'policies', handlers: async () => (await import('./policies/events')).eventHandlers },
  { name: 'profiles', handlers: async () => (await import('./profiles/events')).eventHandlers },
  { name: 'queue', handlers: async () => (await import('./queue/events')).eventHandlers },
  { name: 'refunds', handlers: async () => (await import('./refunds/events')).eventHandlers },
  { name: 'waitlist', handlers: async () => (await import('./waitlist/events')).eventHandlers },
]
