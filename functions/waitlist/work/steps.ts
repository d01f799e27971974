/** What one who waits does: loaded together, when the first of it is wanted. */
export { acceptOffer, leaveLine } from './answer'
export { joinLine } from './join'
