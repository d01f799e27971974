/**
 * Every function of the deployment, once: a new one is one line. From here come the server's routes and schedules, what
 * `npm run docs` generates, and what the tests go through. No deployed function imports it (lint): each carries its own code.
 */
export { manifest as accounts } from './accounts/manifest'
export { manifest as appointments } from './appointments/manifest'
export { manifest as credit } from './credit/manifest'
export { manifest as deadlines } from './deadlines/manifest'
export { manifest as files } from './files/manifest'
export { manifest as halls } from './halls/manifest'
export { manifest as inbox } from './inbox/manifest'
export { manifest as invoices } from './invoices/manifest'
export { manifest as lottery } from './lottery/manifest'
export { manifest as materials } from './materials/manifest'
export { manifest as policies } from './policies/manifest'
export { manifest as profiles } from './profiles/manifest'
export { manifest as queue } from './queue/manifest'
export { manifest as refunds } from './refunds/manifest'
export { manifest as subscriptions } from './subscriptions/manifest'
export { manifest as timers } from './timers/manifest'
export { manifest as verify } from './verify/manifest'
export { manifest as waitlist } from './waitlist/manifest'
export { manifest as workbench } from './workbench/manifest'
