/** What officers do, and what the clock does after them: loaded together. */
export { finish, pass, recall, serve, transfer } from './at-window'
export { callNext } from './calls'
export { reopen, stop } from './stop'
export { settleHalls } from './sweep'
export { orderWindow } from './window'
