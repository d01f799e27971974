/** What is done with a seat that one has: loaded together, when the first of it is wanted. */
export { cancelOwn } from './cancel'
export { confirmHold } from './confirm'
export { rebookOwn } from './rebook'
export { bookedAs } from './review'
export { withNearest } from './nearest'
export { proveBooking } from './proof'
