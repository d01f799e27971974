/** What gives numbers: loaded together, when the first is wanted. */
export { admit, arrive } from './door'
export { issue, take } from './walk-in'
